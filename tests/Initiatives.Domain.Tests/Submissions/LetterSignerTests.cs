using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public class LetterSignerTests
{
    private static readonly Person Head = Person.Create("Đỗ Văn M", 10, "Chủ tịch UBND phường", Role.UnitHead, SigningCapacity.Head).Value.Numbered(7);
    private static readonly Person Deputy = Person.Create("Lê Thị P", 10, "Phó Chủ tịch", Role.UnitHead, SigningCapacity.Deputy).Value.Numbered(8);

    private static Result<LetterSigner> Of(int? id, string name = "", string post = "", SigningCapacity? capacity = null) => LetterSigner.Of([Head, Deputy], id, name, post, capacity);

    [Fact]
    public void A_chosen_person_brings_name_post_and_capacity()
    {
        Assert.Equal(new LetterSigner("Lê Thị P", "Phó Chủ tịch", SigningCapacity.Deputy), Of(8).Value);
        Assert.Equal(new LetterSigner("Lê Thị P", "Phó Chủ tịch UBND phường", SigningCapacity.Deputy), Of(8, "Lê Thị P", "Phó Chủ tịch UBND phường", SigningCapacity.Deputy).Value);
        Assert.Equal(new LetterSigner("Đỗ Văn M", "Chủ tịch UBND phường", SigningCapacity.Head), Of(null, "đỗ văn m").Value);
    }

    [Fact]
    public void A_name_without_an_account_brings_its_own_capacity_and_nobody_yet_is_the_head()
    {
        Assert.Equal(new LetterSigner("Trần Văn X", "Phó Chủ tịch", SigningCapacity.Deputy), Of(null, "Trần Văn X", "Phó Chủ tịch", SigningCapacity.Deputy).Value);
        Assert.Equal(new LetterSigner("", "", SigningCapacity.Head), Of(null).Value);
        Assert.Equal(new Problem("Capacity", "Chọn tư cách ký của Trần Văn X."), Assert.Single(Of(null, "Trần Văn X").Problems));
    }

    [Fact]
    public void What_contradicts_the_person_is_refused_at_its_field()
    {
        Assert.Equal(new Problem("Capacity", "Đỗ Văn M là thủ trưởng, không ký thay (KT.) chính mình. Chọn cấp phó ở ô người ký."), Assert.Single(Of(7, capacity: SigningCapacity.Deputy).Problems));
        Assert.Equal(new Problem("Capacity", "Lê Thị P là cấp phó, ký thay thủ trưởng (KT.)."), Assert.Single(Of(8, capacity: SigningCapacity.Head).Problems));
        Assert.Equal(new Problem("SignerName", "Người ký đã chọn là Lê Thị P. Để trống ô này, hoặc chọn “Người khác”."), Assert.Single(Of(8, "Đỗ Văn M").Problems));
        Assert.Equal(new Problem("SignerId", "Chọn người ký trong danh sách."), Assert.Single(Of(9).Problems));
    }
}
