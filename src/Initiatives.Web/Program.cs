var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "Sáng Kiến");
app.Run();

public partial class Program;
