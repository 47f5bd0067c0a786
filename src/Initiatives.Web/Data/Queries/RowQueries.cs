using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>A row that is not there for this actor: answered as 404, whether it exists or not.</summary>
public sealed class RowNotFoundException(string what) : Exception($"{what} not found for this actor.");

public static class RowQueries
{
    /// <summary>The row, or 404.</summary>
    public static async Task<T> SingleOrNotFound<T>(this IQueryable<T> rows, System.Linq.Expressions.Expression<Func<T, bool>> which, CancellationToken cancellationToken)
        where T : class =>
        await rows.SingleOrDefaultAsync(which, cancellationToken) ?? throw new RowNotFoundException(typeof(T).Name);

    /// <inheritdoc cref="SingleOrNotFound{T}(IQueryable{T}, System.Linq.Expressions.Expression{Func{T, bool}}, CancellationToken)"/>
    public static async Task<T> SingleOrNotFound<T>(this IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class =>
        await rows.SingleOrDefaultAsync(cancellationToken) ?? throw new RowNotFoundException(typeof(T).Name);

    /// <summary>Reads rows to the end: they hang themselves on what is tracked already.</summary>
    internal static async Task LoadAsync<T>(this IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await foreach (var _ in rows.WithCancellation(cancellationToken))
        {
        }
    }
}
