using System.Net;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Intake;

public sealed class ReceiptTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<Initiative> Stored(int id) => app.Rows(db => db.Initiatives.SingleAsync(item => item.Id == id));

    [Fact]
    public async Task The_receipt_prints_the_digest_of_what_was_sent_whatever_happens_to_the_rows()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.SubmittedInitiative();
        var user = await app.As(await app.Given.Head());
        var digest = (await app.Rows(db => db.Endorsements.SingleAsync())).Digest;
        Assert.Equal(ContentDigest.Of((await Stored(id)).Content(), []), digest);
        await app.Rows(db => db.Initiatives.ExecuteUpdateAsync(row => row.SetProperty(item => item.Title, "Tên bị sửa sau khi gửi")));
        Assert.Contains(Printed.Groups(digest), (await user.Page($"/sang-kien/{id}/bien-nhan")).Text);
    }

    [Fact]
    public async Task The_receipt_is_for_the_unit_and_the_department_only()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.SubmittedInitiative();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Person(Role.UnitOfficer, "SKHCN"))).Get($"/sang-kien/{id}/bien-nhan")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Person(Role.CouncilMember))).Get($"/sang-kien/{id}/bien-nhan.pdf")).Status);
        var appraiser = await app.As(await app.Given.Person(Role.Appraiser, "SKHCN"));
        var page = await appraiser.Page($"/sang-kien/{id}/bien-nhan");
        Assert.Contains("HS-2026-0001", page.Text);
        var pdf = await appraiser.Page($"/sang-kien/{id}/bien-nhan.pdf");
        Assert.StartsWith("%PDF-", pdf.Body, StringComparison.Ordinal);
        Assert.Equal("application/pdf", pdf.Message.Content.Headers.ContentType?.MediaType);
    }
}
