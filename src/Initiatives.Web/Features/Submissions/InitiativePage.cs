using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Components;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>A dossier as its owners read it: what it says, where it stands, who must act.</summary>
public static class InitiativePage
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }
    }

    public sealed record View
    {
        public required Dossier Dossier { get; init; }
        public required InitiativeStatus Status { get; init; }
        public required DateTime Since { get; init; }
        public required int Version { get; init; }

        /// <summary>"HS-2026-0007"; empty until it was sent.</summary>
        public required string Number { get; init; }

        /// <summary>For a draft: its sections.</summary>
        public required IReadOnlyList<SectionCheck> Sections { get; init; }
        public required IReadOnlyList<JournalEntry> Timeline { get; init; }
        public required IReadOnlyList<TimelineStep> Next { get; init; }

        public required string ReturnReason { get; init; }
        public required string OutcomeReason { get; init; }
        public required bool MayWrite { get; init; }
        public required bool MayEndorse { get; init; }
        public required bool MayWithdraw { get; init; }

        /// <summary>Its way has ended without recognition; a new draft may begin with what it says.</summary>
        public required bool MayCopy { get; init; }

        /// <summary>May write to the Department against how it ended.</summary>
        public required bool MayRemonstrate { get; init; }

        /// <summary>Writes it, so may look at what was saved of it.</summary>
        public required bool MayReadVersions { get; init; }

        /// <summary>The dossier whose content this one began with, where the reader may open it.</summary>
        public required (int Id, string Title)? CopiedFrom { get; init; }
        public required DateTime Now { get; init; }
        public bool IsComplete => Sections.All(section => section.IsComplete);
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (scope, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await db.WholeOrNotFound(scope.OwnInitiatives.Where(item => item.Id == request.Id), cancellationToken);
            var windows = await db.WindowsAsync(actor.Value, initiative.UnitId, cancellationToken);
            var open = windows.FirstOrDefault(window => window.Accepts(now));
            var own = windows.FirstOrDefault(window => window.Cycle.Id == initiative.CycleId);
            var draft = initiative.Status == InitiativeStatus.Draft;
            return new View
            {
                Dossier = await db.DossierAsync(initiative, scope.OwnAttachments, cancellationToken),
                Status = initiative.ShownStatus,
                Since = draft ? initiative.SavedAt : initiative.StatusSince,
                Version = initiative.Version,
                Number = own is not null && initiative.RegisterNumber is { } number ? RegisterCode.Of(own.Cycle.Year, number) : "",
                Sections = draft ? Completeness.Of(initiative.Content()) : [],
                Timeline = await scope.TimelineAsync<Initiative>(request.Id, Audience.Owners, cancellationToken),
                Next = NextSteps.Of(initiative.ShownStatus, own ?? open),
                ReturnReason = initiative.ReturnReason,
                OutcomeReason = initiative.OutcomeReason,
                MayWrite = draft && actor.Value.Has(Permission.WriteInitiative),
                MayEndorse = initiative.Status == InitiativeStatus.AwaitingEndorsement && actor.Value.Has(Permission.EndorseInitiative) && initiative.UnitId == actor.Value.UnitId,
                MayCopy = Initiative.MayBeCopied(initiative.ShownStatus) && await scope.WrittenInitiatives.AnyAsync(item => item.Id == request.Id, cancellationToken),
                MayRemonstrate = actor.Value.Has(Permission.WriteRemonstrance),
                MayReadVersions = await scope.OwnVersions.AnyAsync(version => version.InitiativeId == request.Id, cancellationToken),
                CopiedFrom = await CopiedFromAsync(scope, initiative.CopiedFromId, cancellationToken),
                MayWithdraw = InitiativeStatuses.CanMove(initiative.Status, InitiativeStatus.Withdrawn) && initiative.MayBeWithdrawnBy(actor.Value),
                Now = now,
            };
        }

        private static async Task<(int Id, string Title)?> CopiedFromAsync(ScopedDb scope, int? id, CancellationToken cancellationToken) =>
            id is { } source && await scope.OwnInitiatives.Where(item => item.Id == source).Select(item => item.Title).SingleOrDefaultAsync(cancellationToken) is { } title ? (source, title) : null;
    }
}
