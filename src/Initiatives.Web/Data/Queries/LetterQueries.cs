using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Letters that wait to be signed.</summary>
public static class LetterQueries
{
    /// <summary>Of a unit, of those that the reader may open.</summary>
    public static Task<List<UnitLetter>> OpenLettersAsync(this ScopedDb scope, int unitId, CancellationToken cancellationToken) =>
        scope.UnitLetters.AsNoTracking().Where(letter => letter.UnitId == unitId && letter.Status == UnitLetterStatus.Prepared).OrderBy(letter => letter.Id).ToListAsync(cancellationToken);

    /// <summary>The letter that lists a dossier; null: none.</summary>
    public static UnitLetter? Holding(this IEnumerable<UnitLetter> letters, int initiativeId) =>
        letters.FirstOrDefault(letter => letter.Items.Any(item => item.InitiativeId == initiativeId));
}
