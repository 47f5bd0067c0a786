using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace Initiatives.Load.Crash;

/// <summary>
/// One client: an officer who writes drafts save by save, adds files, puts most of them before the head, and the head who
/// sends them. When the site dies under a request it waits and asks again, as a browser that keeps the text does.
/// </summary>
internal sealed class Writer(int number, Site site, Visitor officer, Visitor head, Ledger ledger, Random random)
{
    private int drafts;

    /// <summary>Answers that no crash explains; none is right.</summary>
    public List<string> Surprises { get; } = [];

    public int Broken { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested) await WriteOneAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    private async Task WriteOneAsync(CancellationToken stop)
    {
        var text = new DraftText($"Bảng việc chung số {++drafts} của người viết {number}, {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}", Guid.NewGuid());
        var (id, version) = (0, 0);
        for (var saves = random.Next(3, 9); saves > 0; saves--)
        {
            text.Grow(random);
            (id, version) = await SaveAsync(text, id, version, stop);
            if (id == 0) return;
            if (random.Next(5) == 0) await UploadAsync(id, stop);
        }

        if (random.Next(3) == 0) return;   // stays a draft
        if (await PutAsync(id, version, stop)) await SendAsync(id, stop);
    }

    /// <summary>Saves; after a break the same save again. When that one had been stored already, the site finds nothing new in it and names its version.</summary>
    private async Task<(int Id, int Version)> SaveAsync(DraftText text, int id, int version, CancellationToken stop)
    {
        await ledger.WriteAsync(new Entry("try", id, version, text.Digest, FormKey: text.FormKey));
        for (; ; )
        {
            var answer = await SendOrWaitAsync(() => officer.PostAsync(id == 0 ? "/sang-kien/soan" : $"/sang-kien/{id}/soan", text.Fields(version), json: true), stop);
            if (answer is null) continue;
            if (answer.Status == HttpStatusCode.OK)
            {
                using var saved = JsonDocument.Parse(answer.Body);
                (id, version) = (saved.RootElement.GetProperty("id").GetInt32(), saved.RootElement.GetProperty("version").GetInt32());
                await ledger.WriteAsync(new Entry("saved", id, version, text.Digest, FormKey: text.FormKey));
                return (id, version);
            }

            Surprise("saving", answer);
            return (0, 0);
        }
    }

    private async Task UploadAsync(int id, CancellationToken stop)
    {
        var bytes = PdfFile.Make($"Minh chung {number}-{id}", random.Next(2_000, 60_000));
        for (; ; )
        {
            var answer = await SendOrWaitAsync(() => officer.UploadAsync(id, $"minh-chung-{random.Next(1000)}.pdf", bytes), stop);
            if (answer is null) continue;
            if (answer.IsDone) await ledger.WriteAsync(new Entry("file", id, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
            else Surprise("uploading", answer);
            return;
        }
    }

    private async Task<bool> PutAsync(int id, int version, CancellationToken stop)
    {
        for (var again = false; ; again = true)
        {
            var answer = await SendOrWaitAsync(() => officer.PostAsync($"/sang-kien/{id}/trinh", [new("version", Text(version))]), stop);
            if (answer is null) continue;
            if (answer.IsDone) await ledger.WriteAsync(new Entry("put", id, version));
            else if (!again) Surprise("putting before the head", answer);
            return answer.IsDone || again;   // refused the second time: the first had done it, or the head's act will say
        }
    }

    private async Task SendAsync(int id, CancellationToken stop)
    {
        for (var again = false; ; again = true)
        {
            var answer = await SendOrWaitAsync(() => head.PostAsync($"/sang-kien/{id}/gui", []), stop);
            if (answer is null) continue;
            if (answer.IsDone) await ledger.WriteAsync(new Entry("sent", id));
            else if (!again) Surprise("sending", answer);
            break;
        }

        for (; ; )
        {
            var receipt = await SendOrWaitAsync(() => head.GetAsync($"/sang-kien/{id}/bien-nhan"), stop);
            if (receipt is null) continue;
            var (number, time) = (receipt.Find("receipt-number\">([^<]+)<"), receipt.Find("<time datetime=\"([^\"]+)\""));
            var digest = receipt.Find("<code>([0-9a-fA-F \u00a0\u202f]{64,90})</code>").Replace(" ", "", StringComparison.Ordinal);
            if (receipt.Status == HttpStatusCode.OK && number.Length > 0 && digest.Length == 64) await ledger.WriteAsync(new Entry("receipt", id, 0, digest, number, time));
            else Surprise("reading the receipt", receipt);
            return;
        }
    }

    /// <summary>The answer; null when the site went away under the request. Then it answers again.</summary>
    private async Task<Answer?> SendOrWaitAsync(Func<Task<Answer>> send, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            return await send();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
        {
            Broken++;
            while (!await site.AnswersAsync(stop)) await Task.Delay(50, stop);
            return null;
        }
    }

    private void Surprise(string when, Answer answer) =>
        Surprises.Add($"client {number}, {when}: {(int)answer.Status} {answer.Location} {answer.Find("(?:error-summary|notice-bad)[^>]*>(.{0,400})")}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
