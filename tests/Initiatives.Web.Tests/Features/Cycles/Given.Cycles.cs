using Initiatives.Domain;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Cycles;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    private TestPerson? lead;

    /// <summary>The Department's lead: one person for a whole test.</summary>
    public async Task<TestPerson> Lead() => lead ??= await Person(Role.DepartmentLead, unit: "SKHCN", name: "Nguyễn Thị Hương Lan");

    /// <summary>A cycle with its usual days (1/8 to the end of 30/9, due 30/11), not yet launched; answers its id.</summary>
    public async Task<int> PreparedCycle(int year = 2026)
    {
        var actor = (await Lead()).Actor;
        return Sure(await app.Send(new PrepareCycle.Command
        {
            Year = year,
            OpensOn = new DateOnly(year, 8, 1),
            ClosesOn = new DateOnly(year, 9, 30),
            RecognitionDueOn = new DateOnly(year, 11, 30),
        }, actor)).Value;
    }

    /// <summary>Writes the notice of a prepared cycle, with number, day and signer.</summary>
    public async Task Notice(int cycleId, int year = 2026) => Sure(await app.Send(new WriteLaunchNotice.Command
    {
        CycleId = cycleId,
        Subject = $"đề xuất sáng kiến cải cách hành chính năm {year}",
        Body = "Chủ tịch Ủy ban nhân dân thành phố yêu cầu các cơ quan, đơn vị, địa phương phát động phong trào đề xuất sáng kiến cải cách hành chính.\n1. Thời hạn\nHồ sơ gửi về Sở Khoa học và Công nghệ.",
        Number = "2345/UBND-NVKTGS",
        Date = new DateOnly(year, 7, 28),
        SignerName = "Đặng Văn Thuận",
        SignerTitle = "Phó Chủ tịch",
    }, (await Lead()).Actor));

    /// <summary>A cycle that was prepared, announced and launched at the test's clock; answers its id.</summary>
    public async Task<int> OpenCycle(int year = 2026)
    {
        var id = await PreparedCycle(year);
        await Notice(id, year);
        Sure(await app.Send(new LaunchCycle.Command { CycleId = id }, (await Lead()).Actor));
        return id;
    }

    /// <summary>The result itself; a refusal fails the test with its sentences.</summary>
    public static T Sure<T>(T result)
        where T : Result
    {
        Assert.True(result.Ok, string.Join(' ', result.Problems.Select(problem => $"{problem.Field}: {problem.Message}")));
        return result;
    }
}
