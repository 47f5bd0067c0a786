using System.Security.Cryptography;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Seeding;

/// <summary>
/// The data invariants that hold at any instant of a live system. The rules stand in Domain; here they are given the rows,
/// past every door, and what they find is printed: one line for each invariant that holds, one for each place where one
/// does not.
/// </summary>
public static class InvariantCheck
{
    /// <param name="digests">Also reads every file of the store and compares its digest: minutes, where there are thousands.</param>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, bool digests = true)
    {
        await using var scope = services.CreateAsyncScope();
        return await RunAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<FileStore>(), output, digests);
    }

    public static async Task<int> RunAsync(AppDb db, FileStore files, TextWriter output, bool digests = true)
    {
        var rows = new Rows(db, files, digests);
        await rows.LoadAsync();
        var count = 0;
        foreach (var (name, find) in Invariants)
        {
            var faults = await find(rows);
            count += faults.Count;
            await output.WriteLineAsync($"{(faults.Count == 0 ? "ok " : "sai")}  {name}");
            foreach (var fault in faults) await output.WriteLineAsync($"     {fault}");
        }

        await output.WriteLineAsync(count == 0 ? "Dữ liệu đúng mọi bất biến." : $"{count} chỗ trái bất biến.");
        return count == 0 ? 0 : 1;
    }

    private static readonly (string Name, Func<Rows, Task<IReadOnlyList<string>>> Find)[] Invariants =
    [
        ("Trạng thái hồ sơ hợp lệ, hồ sơ đã gửi có số, kỳ và xác nhận", Each(rows => rows.Initiatives.SelectMany(item => DossierFaults.OfLife(item, rows.Endorsed.Contains(item.Id))))),
        ("Tỷ lệ đóng góp của hồ sơ đã trình đúng 100%", Each(rows => rows.Initiatives.SelectMany(DossierFaults.OfShares))),
        ("Xác nhận của tác giả khớp với nội dung đã xác nhận", Each(rows => rows.Confirmations.SelectMany(DossierFaults.OfConfirmation))),
        ("Bản nháp khớp với bản lưu mới nhất của nó", rows => rows.VersionFaultsAsync()),
        ("Tờ trình của đơn vị khớp với hồ sơ gửi theo", Each(rows => rows.Letters.SelectMany(letter => LetterFaults.Of(letter, rows.Endorsements.Values)).Concat(LetterFaults.OfEndorsements(rows.Endorsements.Values, rows.Letters.Select(letter => letter.Id).ToHashSet())))),
        ("Số tiếp nhận của mỗi kỳ liền từ 1", Each(rows => rows.Cycles.SelectMany(cycle => DossierFaults.OfRegister(cycle.Name, rows.NumbersOf(cycle))))),
        ("Giấy biên nhận có mã riêng, mã nội dung tính lại được", Each(rows => ReceiptFaults.OfCodes(rows.Endorsements.Values).Concat(rows.Initiatives.SelectMany(item => rows.Endorsements.TryGetValue(item.Id, out var sent) ? ReceiptFaults.OfDigest(item, sent) : [])))),
        ("Hồ sơ nhận trong hạn hoặc theo một gia hạn đủ căn cứ", rows => rows.WindowFaultsAsync()),
        ("Hồ sơ nhận ngoài hệ thống có số đến và bản quét", rows => rows.OutsideFaultsAsync()),
        ("Điểm trong khoảng và theo bước của bộ tiêu chí", Each(rows => rows.Sheets.SelectMany(sheet => SheetFaults.OfPoints(sheet, rows.RubricOf(sheet.CycleId))))),
        ("Tổng điểm ghi trên phiếu bằng tổng các mục", Each(rows => rows.Sheets.SelectMany(sheet => SheetFaults.OfTotals(sheet, rows.RubricOf(sheet.CycleId))))),
        ("Phiếu nhập thay có bản quét và người thứ hai đối chiếu", Each(rows => rows.Sheets.SelectMany(SheetFaults.OfPaper))),
        ("Không ai chấm hồ sơ của mình hoặc của đơn vị mình", Each(rows => rows.ConflictedSheets())),
        ("Không ai được phân công hồ sơ mà mình có xung đột lợi ích", rows => rows.ConflictedAssignmentsAsync()),
        ("Kết luận khớp với xếp hạng tính lại", rows => rows.ConclusionFaultsAsync()),
        ("Quyết định không vượt số Bằng khen và chỉ gồm sáng kiến đã công nhận", Each(rows => rows.Decisions.SelectMany(decision => DecisionFaults.Of(decision, rows.MeritOf(decision.CycleId), rows.Statuses)))),
        ("Chờ bổ sung khớp với yêu cầu đang mở, không hỏi lại điều đã chấp nhận", Each(rows => rows.Initiatives.SelectMany(item => ScreeningFaults.OfSupplements(item, rows.SupplementsOf(item.Id))))),
        ("Giao thẩm định và hỏi ý kiến không vướng xung đột", rows => rows.ScreeningFaultsAsync()),
        ("Tệp quyết định, Bằng khen và đính kèm còn nguyên", rows => rows.FileFaultsAsync()),
        ("Liên kết đặt mật khẩu có hạn, dùng nhiều nhất một lần", async rows => [.. (await rows.Db.AccountLinks.AsNoTracking().OrderBy(link => link.Id).ToListAsync()).SelectMany(AccountLinkFaults.Of)]),
        ("Mỗi tài khoản một người, vai trò không xung khắc", rows => rows.AccountFaultsAsync()),
        ("Xác nhận công văn của đơn vị được gửi hồ sơ, sau khi phát động", rows => rows.AcknowledgementFaultsAsync()),
        ("Sổ kiến nghị liền số, trả lời có công văn", async rows => [.. RemonstranceFaults.Of(await rows.Db.Remonstrances.AsNoTracking().OrderBy(item => item.Id).ToListAsync(),
            (await rows.Db.ScreeningNotices.AsNoTracking().Where(item => item.RemonstranceId != null).ToListAsync()).ToDictionary(item => item.RemonstranceId!.Value, item => item.Code))]),
        ("Sổ công văn sáng kiến liền số, mỗi kết quả một công văn", async rows => [.. NoticeFaults.Of(await rows.Db.ScreeningNotices.AsNoTracking().OrderBy(item => item.Id).ToListAsync())]),
        ("Tệp đã nhận có trên đĩa, đúng cỡ, trong hạn mức", rows => FileChecks.FindAsync(rows.Db, rows.Files)),
        ("Nhật ký nguyên vẹn", async rows => await JournalVerify.FaultAsync(rows.Db) is { } fault ? [fault] : []),
        ("Nhật ký đọc điểm khớp với niêm phong", rows => ReadingChecks.FindAsync(rows.Db)),
        ("Không có việc nền bị dừng", async rows => [.. (await rows.Db.Jobs.AsNoTracking().Where(job => job.Status == JobStatus.Parked).OrderBy(job => job.Id).ToListAsync()).Select(job => $"Việc {job.Type} ({job.Key}) dừng sau {job.Attempts} lần: {job.LastError}")]),
    ];

    private static Func<Rows, Task<IReadOnlyList<string>>> Each(Func<Rows, IEnumerable<string>> find) =>
        rows => Task.FromResult<IReadOnlyList<string>>([.. find(rows)]);

    /// <summary>What the rules are given, read once and whole.</summary>
    private sealed class Rows(AppDb db, FileStore files, bool digests)
    {
        private Dictionary<int, RubricContent> rubrics = [];
        private Dictionary<int, Cycle> cycles = [];
        private Dictionary<int, Council> councils = [];
        private ILookup<int, SupplementRequest> supplements = Array.Empty<SupplementRequest>().ToLookup(item => item.InitiativeId);

        public AppDb Db => db;
        public FileStore Files => files;
        public IReadOnlyList<Cycle> Cycles { get; private set; } = [];
        public IReadOnlyList<Initiative> Initiatives { get; private set; } = [];
        public IReadOnlyList<UnitLetter> Letters { get; private set; } = [];
        public IReadOnlyList<AuthorConfirmation> Confirmations { get; private set; } = [];
        public IReadOnlyList<ScoreSheet> Sheets { get; private set; } = [];
        public IReadOnlyList<Decision> Decisions { get; private set; } = [];
        public IReadOnlyDictionary<int, Endorsement> Endorsements { get; private set; } = new Dictionary<int, Endorsement>();
        public IReadOnlySet<int> Endorsed { get; private set; } = new HashSet<int>();
        public IReadOnlyDictionary<int, InitiativeStatus> Statuses { get; private set; } = new Dictionary<int, InitiativeStatus>();

        public async Task LoadAsync()
        {
            Cycles = await db.Cycles.AsNoTracking().OrderBy(cycle => cycle.Year).ToListAsync();
            Initiatives = await db.Initiatives.AsNoTracking().OrderBy(item => item.Id).ToListAsync();
            Letters = await db.UnitLetters.AsNoTracking().OrderBy(item => item.Id).ToListAsync();
            Confirmations = await db.AuthorConfirmations.AsNoTracking().OrderBy(item => item.Id).ToListAsync();
            Sheets = await db.Sheets.AsNoTracking().OrderBy(sheet => sheet.Id).ToListAsync();
            Decisions = await db.Decisions.AsNoTracking().OrderBy(decision => decision.Id).ToListAsync();
            Endorsements = await db.Endorsements.AsNoTracking().OrderBy(item => item.Id).ToDictionaryAsync(item => item.InitiativeId);
            Endorsed = Endorsements.Keys.ToHashSet();
            Statuses = Initiatives.ToDictionary(item => item.Id, item => item.Status);
            supplements = (await db.SupplementRequests.AsNoTracking().OrderBy(item => item.Round).ToListAsync()).ToLookup(item => item.InitiativeId);
            cycles = Cycles.ToDictionary(cycle => cycle.Id);
            rubrics = await db.Rubrics.AsNoTracking().ToDictionaryAsync(rubric => rubric.Id, rubric => rubric.Content);
            councils = await db.Councils.AsNoTracking().ToDictionaryAsync(council => council.CycleId);
        }

        public RubricContent RubricOf(int cycleId) => rubrics[cycles[cycleId].RubricId];

        public int MeritOf(int cycleId) => cycles[cycleId].Settings.MaxMerit;

        public IEnumerable<int> NumbersOf(Cycle cycle) => Initiatives.Where(item => item.CycleId == cycle.Id).Select(item => item.RegisterNumber).OfType<int>();

        public IReadOnlyList<SupplementRequest> SupplementsOf(int initiativeId) => [.. supplements[initiativeId]];

        public async Task<IReadOnlyList<string>> ScreeningFaultsAsync()
        {
            var dossiers = Initiatives.ToDictionary(item => item.Id);
            var people = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id);
            return [.. (await db.ScreeningAssignments.AsNoTracking().OrderBy(item => item.Id).ToListAsync()).SelectMany(item => ScreeningFaults.OfAssignment(dossiers[item.InitiativeId], people[item.AppraiserId].AsActor())),
                .. (await db.OpinionRequests.AsNoTracking().OrderBy(item => item.Id).ToListAsync()).SelectMany(item => ScreeningFaults.OfOpinion(dossiers[item.InitiativeId], item))];
        }

        public async Task<IReadOnlyList<string>> WindowFaultsAsync()
        {
            var extensions = await db.Extensions.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
            var notices = extensions.ConvertAll(row => row.Notice());
            return [.. extensions.SelectMany(row => ReceiptFaults.OfExtension(row, extensions)),
                .. Initiatives.Where(item => item.CycleId is not null).SelectMany(item => ReceiptFaults.OfWindow(item, Endorsements.GetValueOrDefault(item.Id), cycles[item.CycleId!.Value], notices))];
        }

        public async Task<IReadOnlyList<string>> OutsideFaultsAsync()
        {
            var arrivals = await db.OutsideArrivals.AsNoTracking().ToDictionaryAsync(item => item.InitiativeId);
            var scans = (await db.Attachments.AsNoTracking().Where(file => file.Kind == AttachmentKind.OutsideScan).ToListAsync()).ToLookup(file => file.InitiativeId, file => file.Sha256);
            return [.. Initiatives.SelectMany(item => ReceiptFaults.OfOutside(item, Endorsements.GetValueOrDefault(item.Id), arrivals.GetValueOrDefault(item.Id), scans[item.Id]))];
        }

        public IEnumerable<string> ConflictedSheets()
        {
            var dossiers = Initiatives.ToDictionary(item => item.Id, item =>
                new DossierFacts(item.Id, item.UnitId, [.. item.Authors.Select(author => new PersonFacts(author.PersonId, author.Name))], null));
            foreach (var sheet in Sheets)
            {
                var judge = councils.GetValueOrDefault(sheet.CycleId)?.Members.FirstOrDefault(member => member.PersonId == sheet.PersonId);
                if (judge is null) yield return $"Phiếu {sheet.Id}: người chấm không có trong Hội đồng.";
                else if (Conflicts.Find(new JudgeFacts(judge.PersonId, judge.UnitId, judge.Name), dossiers[sheet.InitiativeId], []) is { } kind)
                    yield return $"Phiếu {sheet.Id}: {judge.Name} {ConflictKinds.Name(kind)} của hồ sơ {sheet.InitiativeId}.";
            }
        }

        public async Task<IReadOnlyList<string>> ConflictedAssignmentsAsync() =>
            [.. (await (from given in db.Assignments
                        join conflict in db.Conflicts on new { given.InitiativeId, given.PersonId } equals new { conflict.InitiativeId, conflict.PersonId }
                        where conflict.LiftedAt == null
                        orderby given.Id
                        select new { given.InitiativeId, given.PersonId, conflict.Kind }).ToListAsync())
                .Select(item => $"Hồ sơ {item.InitiativeId}: người {item.PersonId} {ConflictKinds.Name(item.Kind)} mà vẫn được phân công.")];

        public async Task<IReadOnlyList<string>> AccountFaultsAsync()
        {
            var people = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id);
            var accounts = await db.Users.AsNoTracking().Select(account => new { account.PersonId, account.Email }).ToListAsync();
            return
            [
                .. accounts.GroupBy(account => account.PersonId).Where(group => group.Count() > 1).Select(group => $"{people[group.Key].Name} (người {group.Key}) có {group.Count()} tài khoản."),
                .. accounts.GroupBy(account => account.Email?.ToUpperInvariant()).Where(group => group.Count() > 1).Select(group => $"Thư {group.First().Email} có {group.Count()} tài khoản."),
                .. accounts.Where(account => Person.RefusalOf(people[account.PersonId].Roles) is not null).Select(account => $"{account.Email}: {Person.RefusalOf(people[account.PersonId].Roles)}"),
            ];
        }

        public async Task<IReadOnlyList<string>> AcknowledgementFaultsAsync()
        {
            var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id);
            return [.. (await db.Acknowledgements.AsNoTracking().OrderBy(item => item.Id).ToListAsync()).SelectMany(item => AcknowledgementFaults.Of(item, cycles[item.CycleId], units[item.UnitId]))];
        }

        public async Task<IReadOnlyList<string>> VersionFaultsAsync()
        {
            var faults = new List<string>();
            foreach (var draft in Initiatives.Where(item => item.Status is InitiativeStatus.Draft or InitiativeStatus.AwaitingEndorsement))
            {
                var newest = await db.InitiativeVersions.AsNoTracking().Where(version => version.InitiativeId == draft.Id).OrderByDescending(version => version.Version).FirstOrDefaultAsync();
                faults.AddRange(DossierFaults.OfVersions(draft, newest));
            }

            return faults;
        }

        public async Task<IReadOnlyList<string>> ConclusionFaultsAsync()
        {
            var faults = new List<string>();
            foreach (var cycle in Cycles)
            {
                var conclusions = await db.Conclusions.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderBy(item => item.Id).ToListAsync();
                if (conclusions.Count == 0) continue;
                var places = await RankingQueries.OfficialAsync(db, cycle, rubrics[cycle.RubricId], CancellationToken.None);
                var votes = await db.Votes.AsNoTracking().Where(item => item.CycleId == cycle.Id && item.AnnouncedAt != null).OrderBy(item => item.Id).ToListAsync();
                var resolutions = (await db.Resolutions.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderBy(item => item.Id).ToListAsync()).ToLookup(item => item.InitiativeId);
                var last = votes.ToLookup(item => item.InitiativeId);
                faults.AddRange(votes.SelectMany(ConclusionFaults.OfVote));
                faults.AddRange(conclusions.SelectMany(conclusion => ConclusionFaults.Of(conclusion, places, last[conclusion.InitiativeId].LastOrDefault(),
                    resolutions[conclusion.InitiativeId].LastOrDefault(), cycle.Settings, cycle.Phase >= CyclePhase.Deciding)));
            }

            return faults;
        }

        public async Task<IReadOnlyList<string>> FileFaultsAsync()
        {
            var named = Decisions.Where(decision => decision.FileSha256 is not null).Select(decision => (What: $"Quyết định {decision.Number} năm {decision.Year}", Sha256: decision.FileSha256!))
                .Concat((await db.Certificates.AsNoTracking().Where(item => item.FileSha256 != "").OrderBy(item => item.Id).ToListAsync()).Select(item => ($"Bằng khen {item.LookupCode}", item.FileSha256)))
                .Concat(Letters.Where(letter => letter.ScanSha256 is not null).Select(letter => (letter.Name, letter.ScanSha256!)))
                .Concat((await db.Attachments.AsNoTracking().OrderBy(item => item.Id).ToListAsync()).Select(item => ($"Tài liệu “{item.FileName}” của hồ sơ {item.InitiativeId}", item.Sha256)))
                .Concat((await db.SupplementFiles.AsNoTracking().OrderBy(item => item.Id).ToListAsync()).Select(item => ($"Tệp bổ sung “{item.FileName}” của hồ sơ {item.InitiativeId}", item.Sha256)))
                .Concat((await db.OpinionRequests.AsNoTracking().Where(item => item.File != null).OrderBy(item => item.Id).ToListAsync()).Select(item => ($"Văn bản ý kiến {item.Id}", item.File!.Sha256)))
                .Concat((await db.ScreeningNotices.AsNoTracking().OrderBy(item => item.Id).ToListAsync()).Select(item => ($"{(item.Series == DepartmentNotice.Notices ? "Thông báo" : "Công văn")} {item.Code} năm {item.Year}", item.FileSha256)))
                .Concat((await db.Set<RemonstranceFile>().AsNoTracking().OrderBy(file => file.Id).ToListAsync()).Select(file => ($"Tệp “{file.FileName}” của kiến nghị {file.RemonstranceId}", file.Sha256)));
            var faults = new List<string>();
            foreach (var (what, sha256) in named)
            {
                if (!files.Exists(sha256))
                {
                    faults.Add($"{what}: mất tệp {sha256}.");
                    continue;
                }

                if (!digests) continue;
                await using var content = files.Open(sha256);
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content)) != sha256) faults.Add($"{what}: tệp {sha256} đã bị thay đổi.");
            }

            return faults;
        }
    }
}
