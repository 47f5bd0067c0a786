using Initiatives.Domain.Councils;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class CouncilSessionTable : IEntityTypeConfiguration<CouncilSession>
{
    public void Configure(EntityTypeBuilder<CouncilSession> builder)
    {
        builder.ToTable("CouncilSessions");
        builder.HasIndex(session => new { session.CycleId, session.Number }).IsUnique();
        builder.Property(session => session.Version).IsConcurrencyToken();
        builder.HasOne<Council>().WithMany().HasForeignKey(session => session.CouncilId);
        builder.HasMany(session => session.Attendance).WithOne().HasForeignKey(item => item.SessionId);
        builder.HasMany(session => session.Entries).WithOne().HasForeignKey(item => item.SessionId);
        builder.HasMany(session => session.Board).WithOne().HasForeignKey(item => item.SessionId);
        builder.Navigation(session => session.Attendance).AutoInclude();
        builder.Navigation(session => session.Entries).AutoInclude();
        builder.Navigation(session => session.Board).AutoInclude();
    }
}

internal sealed class AttendanceTable : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder) =>
        builder.ToTable("Attendance").HasKey(item => new { item.SessionId, item.PersonId });
}

internal sealed class AttendanceEntryTable : IEntityTypeConfiguration<AttendanceEntry>
{
    public void Configure(EntityTypeBuilder<AttendanceEntry> builder)
    {
        builder.ToTable("AttendanceEntries").HasKey(item => new { item.SessionId, item.Order });
        builder.Property(item => item.Order).ValueGeneratedNever();
    }
}

internal sealed class BoardMemberTable : IEntityTypeConfiguration<BoardMember>
{
    public void Configure(EntityTypeBuilder<BoardMember> builder)
    {
        builder.ToTable("CountingBoards").HasKey(item => new { item.SessionId, item.Order });
        builder.Property(item => item.Order).ValueGeneratedNever();
    }
}

internal sealed class AgendaItemTable : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("AgendaItems");
        builder.HasIndex(item => new { item.SessionId, item.InitiativeId }).IsUnique();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<CouncilSession>().WithMany().HasForeignKey(item => item.SessionId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId);
    }
}

internal sealed class VoteTable : IEntityTypeConfiguration<Vote>
{
    public void Configure(EntityTypeBuilder<Vote> builder)
    {
        builder.ToTable("Votes");
        builder.HasIndex(vote => vote.InitiativeId);
        builder.HasIndex(vote => vote.CycleId);
        builder.Property(vote => vote.RecusedIds).AsJson();
        builder.Property(vote => vote.Counters).AsJson();
        builder.Property(vote => vote.Version).IsConcurrencyToken();
        builder.HasOne<CouncilSession>().WithMany().HasForeignKey(vote => vote.SessionId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(vote => vote.InitiativeId);
        builder.HasOne<Vote>().WithMany().HasForeignKey(vote => vote.CorrectsId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilResolutionTable : IEntityTypeConfiguration<CouncilResolution>
{
    public void Configure(EntityTypeBuilder<CouncilResolution> builder)
    {
        builder.ToTable("CouncilResolutions");
        builder.HasIndex(item => item.InitiativeId);
        builder.HasIndex(item => item.CycleId);
        builder.HasOne<CouncilSession>().WithMany().HasForeignKey(item => item.SessionId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId);
    }
}

internal sealed class DissentingOpinionTable : IEntityTypeConfiguration<DissentingOpinion>
{
    public void Configure(EntityTypeBuilder<DissentingOpinion> builder)
    {
        builder.ToTable("DissentingOpinions");
        builder.HasIndex(item => item.SessionId);
        builder.HasOne<CouncilSession>().WithMany().HasForeignKey(item => item.SessionId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId);
    }
}

internal sealed class TieBallotTable : IEntityTypeConfiguration<TieBallot>
{
    public void Configure(EntityTypeBuilder<TieBallot> builder)
    {
        builder.ToTable("TieBallots");
        builder.HasIndex(ballot => ballot.CycleId);
        builder.Property(ballot => ballot.Counters).AsJson();
        builder.HasOne<CouncilSession>().WithMany().HasForeignKey(ballot => ballot.SessionId);
        builder.HasMany(ballot => ballot.Lines).WithOne().HasForeignKey(line => line.BallotId);
        builder.Navigation(ballot => ballot.Lines).AutoInclude();
    }
}

internal sealed class TieBallotLineTable : IEntityTypeConfiguration<TieBallotLine>
{
    public void Configure(EntityTypeBuilder<TieBallotLine> builder)
    {
        builder.ToTable("TieBallotLines").HasKey(line => new { line.BallotId, line.InitiativeId });
        builder.HasOne<Initiative>().WithMany().HasForeignKey(line => line.InitiativeId);
    }
}
