using Initiatives.Web.Documents;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    /// <summary>A workbook as people fill in the template: people, and units where there are any.</summary>
    public static byte[] ImportFile(IReadOnlyList<object?[]> people, IReadOnlyList<object?[]>? units = null)
    {
        using var file = new MemoryStream();
        WorkTable[] tables =
        [
            new("Cán bộ", [new("Họ và tên", 20), new("Thư điện tử (bắt buộc)", 20), new("Mã đơn vị *", 20), new("Chức vụ", 20), new("Vai trò:", 20)], people),
            .. units is null ? [] : new[] { new WorkTable("Đơn vị", [new("Mã", 10), new("Tên đơn vị", 30), new("Tên ngắn", 20), new("Loại", 10)], units) },
        ];
        Workbook.Write(file, tables);
        return file.ToArray();
    }
}
