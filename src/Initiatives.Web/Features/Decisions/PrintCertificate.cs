using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>
/// The job behind <see cref="IssueCertificate"/>. Two saves: the first enters the certificate in the register of merit,
/// for its number is printed on it; the second names the print. Run again it goes on where it stopped.
/// </summary>
public static class PrintCertificate
{
    public sealed class Handler(AppDb db, Fonts fonts, FileStore files, SiteAddress site, TimeProvider clock) : IRequestHandler<IssueCertificate, Result>
    {
        public async Task<Result> Handle(IssueCertificate request, CancellationToken cancellationToken)
        {
            var seen = db.For(Actor.Public);   // everything a certificate says is published
            var decision = await seen.Decisions.SingleOrNotFound(item => item.Id == request.DecisionId, cancellationToken);
            var initiative = await seen.PublishedInitiatives.SingleOrNotFound(item => item.Id == request.InitiativeId, cancellationToken);
            var certificate = await db.Certificates.SingleOrDefaultAsync(item => item.DecisionId == decision.Id && item.InitiativeId == initiative.Id, cancellationToken)
                ?? await Enter(decision, initiative, cancellationToken);
            if (certificate.IsPrinted) return Result.Success;

            using var stream = new MemoryStream();
            MeritCertificateDocument.Write(await Model(decision, initiative, certificate, cancellationToken), fonts, stream);
            certificate.Print(await files.KeepPaperAsync(db, stream.ToArray(), clock.GetUtcNow().UtcDateTime, cancellationToken));
            db.Record(Actor.System, JournalActions.CertificateIssued, initiative, $"Số sổ vàng {certificate.RegisterNumber}, mã tra cứu {certificate.LookupCode}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        private async Task<Certificate> Enter(Decision decision, Initiative initiative, CancellationToken cancellationToken)
        {
            var key = initiative.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var certificate = Certificate.Issue(decision.Id, initiative.Id, $"BK-{decision.Year}-{LookupCode.Of(decision.FileSha256!, key)}", clock.GetUtcNow().UtcDateTime);
            db.Add(certificate);
            db.TakeNumber($"so-vang-{decision.Year}", certificate.Register);
            await db.SaveChangesAsync(cancellationToken);
            return certificate;
        }

        private async Task<MeritCertificateModel> Model(Decision decision, Initiative initiative, Certificate certificate, CancellationToken cancellationToken)
        {
            var unit = await db.Units.Where(item => item.Id == initiative.UnitId).Select(item => item.Name).SingleAsync(cancellationToken);
            var isDemo = await db.Cycles.Where(item => item.Id == decision.CycleId).Select(item => item.IsDemo).SingleAsync(cancellationToken);
            return new MeritCertificateModel(
                "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",
                [.. initiative.Authors.OrderBy(author => author.Order).Select(author => new DecisionAuthor(author.Name, Affiliation.Line(author.Post, author.Workplace, unit)))],
                $"Đã có sáng kiến cải cách hành chính “{initiative.Title}” được đánh giá xuất sắc trong số các sáng kiến cải cách hành chính cấp thành phố được công nhận năm {decision.Year}.",
                "Hải Phòng", decision.Form.Date, decision.Number, certificate.RegisterNumber.ToString(System.Globalization.CultureInfo.InvariantCulture),
                DecisionPaper.SignatoryOf(decision.Form), certificate.LookupCode, $"{site.Value}/tra-cuu/{certificate.LookupCode}", isDemo);
        }
    }
}
