using Initiatives.Domain.Journal;
using Initiatives.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class JournalTable : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("Journal").HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.HasIndex(entry => new { entry.Subject, entry.SubjectId });
    }
}

internal sealed class JournalHeadTable : IEntityTypeConfiguration<JournalHead>
{
    public void Configure(EntityTypeBuilder<JournalHead> builder)
    {
        builder.ToTable("JournalHeads");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.HasData(new JournalHead());
    }
}

internal sealed class CounterTable : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> builder) => builder.ToTable("Counters").HasKey(counter => counter.Key);
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder) => builder.ToTable("StoredFiles").HasKey(file => file.Sha256);
}

internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("Jobs");
        builder.HasIndex(job => job.Key).IsUnique();
        builder.HasIndex(job => new { job.Status, job.DueAt });
    }
}
