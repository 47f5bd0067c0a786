using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Data;

/// <summary>The one place that writes: rows, numbers and seals come together or not at all.</summary>
public sealed class SaveTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task Save(Func<AppDb, Task> prepare)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await prepare(db);
        await db.SaveChangesAsync();
    }

    private static Person Somebody(int unit, int number) =>
        Person.Create($"Người Thứ {number}", unit, "Chuyên viên", Role.Author, SigningCapacity.Head).Value;

    private Task<int> Verify(TextWriter? output = null) => JournalVerify.RunAsync(app.Services, output ?? TextWriter.Null);

    [Fact]
    public async Task The_journal_is_sealed_with_the_change_and_names_its_row()
    {
        var unit = await app.Given.UnitId("SKHCN");
        var person = Somebody(unit, 1);
        await Save(db =>
        {
            db.Add(person);
            db.Record(Actor.System, JournalActions.AccountCreated, person, "thử");
            return Task.CompletedTask;
        });
        var entry = await app.Rows(db => db.Journal.OrderByDescending(item => item.Sequence).FirstAsync());
        Assert.Equal(("tao-tai-khoan", "Person", person.Id, "thử", "Hệ thống"), (entry.Action, entry.Subject, entry.SubjectId, entry.Details, entry.PersonName));
        var head = await app.Rows(db => db.JournalHeads.SingleAsync());
        Assert.Equal((entry.Sequence, entry.Hash), (head.Sequence, head.Hash));
        Assert.Equal(0, await Verify());
    }

    [Fact]
    public async Task A_failing_save_leaves_no_row_no_entry_and_no_number()
    {
        var unit = await app.Given.UnitId("SKHCN");
        var before = await app.Rows(db => db.JournalHeads.AsNoTracking().SingleAsync());
        var taken = 0;
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => Save(db =>
        {
            var (good, bad) = (Somebody(unit, 1), Somebody(unit: 999_999, 2));
            db.AddRange(good, bad);
            db.TakeNumber("thu", number => taken = number);
            db.Record(Actor.System, JournalActions.AccountCreated, good);
            return Task.CompletedTask;
        }));
        Assert.Equal(1, taken);
        Assert.Empty(await app.Rows(db => db.People.ToListAsync()));
        Assert.Empty(await app.Rows(db => db.Counters.ToListAsync()));
        var after = await app.Rows(db => db.JournalHeads.AsNoTracking().SingleAsync());
        Assert.Equal((before.Sequence, before.Hash), (after.Sequence, after.Hash));
        Assert.Equal(0, await Verify());
    }

    [Fact]
    public async Task An_entry_that_the_journal_does_not_take_is_a_save_refused_like_any_other()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 3);
        var (judge, sheet) = (await app.As(judging.Judge), await app.Given.SheetId(judging.Judge, judging.Initiatives[0]));
        await app.Rows(db => db.Database.ExecuteSqlRawAsync("""UPDATE "JournalHeads" SET "Sequence" = "Sequence" - 1"""));   // the next entry is there already
        await Assert.ThrowsAsync<DbUpdateException>(() => Save(db =>
        {
            db.Record(Actor.System, JournalActions.AccountCreated, Somebody(1, 1));
            return Task.CompletedTask;
        }));
        var answer = await judge.Post($"/cham-diem/{sheet}", ("Version", "0"), ("Points[E1]", "10"));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Chưa lưu được", answer.Text);
        Assert.Equal(0, await app.Rows(db => db.SheetVersions.CountAsync()));
    }

    [Fact]
    public async Task What_a_request_recorded_and_never_saved_is_not_saved_by_the_next_one()
    {
        var before = await app.Rows(db => db.JournalHeads.AsNoTracking().SingleAsync());
        AppDb first;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            first = scope.ServiceProvider.GetRequiredService<AppDb>();
            first.Record(Actor.System, JournalActions.AccountCreated, Somebody(1, 1));
            first.TakeNumber("thu", _ => { });
        }

        // Contexts are pooled: it comes again, once those that lie in the pool besides are taken.
        var scopes = new List<AsyncServiceScope>();
        AppDb second;
        do
        {
            scopes.Add(app.Services.CreateAsyncScope());
            second = scopes[^1].ServiceProvider.GetRequiredService<AppDb>();
        }
        while (second != first && scopes.Count < 100);

        Assert.Same(first, second);
        Assert.Equal(0, await second.SaveChangesAsync());
        foreach (var scope in scopes) await scope.DisposeAsync();
        Assert.Empty(await app.Rows(db => db.Counters.ToListAsync()));
        Assert.Equal(before.Sequence, (await app.Rows(db => db.JournalHeads.AsNoTracking().SingleAsync())).Sequence);
    }

    [Fact]
    public async Task A_unit_renamed_in_a_save_is_read_anew()
    {
        var id = await app.Given.UnitId("SKHCN");
        Assert.Equal("Sở KH&CN", await ShortName(id));
        await Save(async db => (await db.Units.SingleAsync(unit => unit.Id == id)).Describe("Sở Khoa học", "Sở KH", "so", "cap-thanh-pho", "UBND-TP"));
        Assert.Equal("Sở KH", await ShortName(id));

        Task<string> ShortName(int unit) => app.Rows(async db => (await db.ReferenceAsync(CancellationToken.None)).Unit(unit).ShortName);
    }

    [Fact]
    public async Task After_a_failed_save_the_same_context_saves_something_else()
    {
        var unit = await app.Given.UnitId("SKHCN");
        await Save(async db =>
        {
            db.Add(Somebody(999_999, 1));
            db.Record(Actor.System, JournalActions.AccountCreated, await db.Units.FirstAsync(), "không được ghi");
            await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.Add(Somebody(unit, 2));
        });
        Assert.Equal("Người Thứ 2", (await app.Rows(db => db.People.SingleAsync())).Name);
        Assert.DoesNotContain(await app.Rows(db => db.Journal.ToListAsync()), entry => entry.Details == "không được ghi");
    }

    [Fact]
    public async Task Sixteen_saves_at_once_leave_one_gapless_chain()
    {
        var unit = await app.Given.UnitId("SKHCN");
        var before = (await app.Rows(db => db.JournalHeads.AsNoTracking().SingleAsync())).Sequence;
        await Task.WhenAll(Enumerable.Range(1, 16).Select(number => Task.Run(() => Save(db =>
        {
            var person = Somebody(unit, number);
            db.Add(person);
            db.Record(Actor.System, JournalActions.AccountCreated, person, $"{number}");
            db.Record(Actor.System, JournalActions.SignedIn, person, $"{number}");
            return Task.CompletedTask;
        }))));
        var entries = await app.Rows(db => db.Journal.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, (int)before + 32).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        Assert.All(entries.Skip((int)before).Chunk(2), pair => Assert.Equal((pair[0].Details, pair[0].SubjectId), (pair[1].Details, pair[1].SubjectId)));
        Assert.Equal(0, await Verify());
    }

    [Fact]
    public async Task Numbers_taken_at_once_have_no_gap_though_some_saves_fail()
    {
        var unit = await app.Given.UnitId("SKHCN");
        var given = await Task.WhenAll(Enumerable.Range(1, 16).Select(number => Task.Run(async () =>
        {
            var fails = number % 3 == 0;
            int? mine = null;
            try
            {
                await Save(db =>
                {
                    db.Add(Somebody(fails ? 999_999 : unit, number));
                    db.TakeNumber("ho-so-2026", value => mine = value);
                    return Task.CompletedTask;
                });
                return mine;
            }
            catch (DbUpdateException) when (fails)
            {
                return null;
            }
        })));
        Assert.Equal(Enumerable.Range(1, 11), given.OfType<int>().Order());
    }

    [Theory]
    [InlineData("""UPDATE "Journal" SET "Details" = 'khác' WHERE "Sequence" = 2""", "Nhật ký bị sửa từ mục số 2.")]
    [InlineData("""UPDATE "Journal" SET "PersonName" = 'Người khác' WHERE "Sequence" = 1""", "Nhật ký bị sửa từ mục số 1.")]
    [InlineData("""DELETE FROM "Journal" WHERE "Sequence" = 2""", "Nhật ký bị sửa từ mục số 3.")]
    [InlineData("""DELETE FROM "Journal" WHERE "Sequence" = 3""", "Nhật ký bị cắt: đầu chuỗi ghi 3 mục, còn 2.")]
    public async Task A_tampered_journal_does_not_verify(string sql, string expected)
    {
        await app.Given.Person(Role.Author);
        await app.Given.Person(Role.Author);
        Assert.Equal(3, (await app.Rows(db => db.JournalHeads.AsNoTracking().SingleAsync())).Sequence);
        Assert.Equal(0, await Verify());
        await app.Rows(db => db.Database.ExecuteSqlRawAsync(sql));
        var output = new StringWriter();
        Assert.Equal(1, await Verify(output));
        Assert.Equal(expected, output.ToString().Trim());
    }

    [Fact]
    public async Task An_act_is_never_saved_without_its_seal()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Record(Actor.System, JournalActions.SignedIn, await db.Units.FirstAsync());
        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
    }

    [Fact]
    public async Task Both_contexts_have_migrations_for_all_of_their_model() =>
        Assert.False(await app.Rows(db => Task.FromResult(db.Database.HasPendingModelChanges())));
}
