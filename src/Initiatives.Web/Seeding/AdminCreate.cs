using System.Security.Cryptography;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Accounts;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Seeding;

/// <summary>Makes the first administrator; everybody else is made by administrators.</summary>
public static class AdminCreate
{
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        var email = Option(args, "--email");
        if (email is null)
        {
            Console.Error.WriteLine("Thiếu --email.");
            return 2;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var unit = await scope.ServiceProvider.GetRequiredService<AppDb>().Units.SingleOrDefaultAsync(item => item.Code == "SKHCN");
        if (unit is null)
        {
            Console.Error.WriteLine("Chưa có dữ liệu đơn vị. Chạy “migrate” rồi “seed reference” trước.");
            return 1;
        }

        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.System;
        var password = Option(args, "--password") ?? RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CreateAccount.Command
        {
            Name = Option(args, "--name") ?? "Quản trị hệ thống",
            Email = email,
            UnitId = unit.Id,
            Post = "Quản trị hệ thống",
            Roles = [Role.Administrator],
            Password = password,
        });
        if (!result.Ok)
        {
            Console.Error.WriteLine(string.Join(Environment.NewLine, result.Problems.Select(problem => problem.Message)));
            return 1;
        }

        Console.WriteLine($"Đã tạo quản trị viên {email}.");
        if (Option(args, "--password") is null) Console.WriteLine($"Mật khẩu (chỉ hiện một lần): {password}");
        return 0;
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
