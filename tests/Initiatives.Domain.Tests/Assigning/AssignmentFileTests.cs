using Initiatives.Domain.Assigning;

namespace Initiatives.Domain.Tests.Assigning;

public sealed class AssignmentFileTests
{
    private static readonly Dictionary<int, int> Dossiers = new() { [1] = 11, [2] = 12 };
    private static readonly FileJudge[] Judges = [new(1, "Nguyễn Văn An", "an@thu.example"), new(2, "Trần Thị Bình", "binh@thu.example"), new(3, "Trần Thị Bình", "binh.tran@thu.example")];

    private static Result<IReadOnlyList<PlanPair>> Read(params string[] lines) =>
        AssignmentFile.Read([.. lines.Select(line => line.Split(','))], Dossiers, Judges, [new PlanPair(11, 1, true)], "File");

    [Fact]
    public void People_are_found_by_address_or_by_name_and_reviewers_by_their_mark() =>
        Assert.Equal([new PlanPair(11, 1, false), new PlanPair(12, 2, true)],
            Read("so_ho_so,nguoi_cham,email,phan_bien", "0001,nguyễn văn an,,", "2,,BINH@thu.example,x").Value);

    [Fact]
    public void Reviewers_stay_where_the_file_has_no_column_for_them() =>
        Assert.Equal([new PlanPair(11, 1, true), new PlanPair(11, 2, false)], Read("so_ho_so,email", "1,an@thu.example", "1,binh@thu.example").Value);

    [Fact]
    public void Each_wrong_row_is_named_with_what_is_wrong()
    {
        var refused = Read("so_ho_so,nguoi_cham,email", "7,Nguyễn Văn An,", "1,,khac@thu.example", "1,Trần Thị Bình,", "1,Lê Lạ,", "2,,", "1,Nguyễn Văn An,", "1,,an@thu.example", ",,");
        Assert.Equal(
        [
            "Dòng 2: không có hồ sơ số “7” trong danh sách được chấm.",
            "Dòng 3: không có thành viên Hội đồng nào dùng thư “khac@thu.example”.",
            "Dòng 4: có 2 thành viên tên “Trần Thị Bình”, ghi cột email.",
            "Dòng 5: không có thành viên Hội đồng nào tên “Lê Lạ”.",
            "Dòng 6: chưa ghi người chấm.",
            "Dòng 8: Nguyễn Văn An đã được ghi cho hồ sơ này ở dòng trên.",
        ], refused.Problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("Tệp thiếu cột so_ho_so. Tải tệp phân công hiện tại về làm mẫu.", "so,email", "1,an@thu.example")]
    [InlineData("Tệp cần cột email hoặc nguoi_cham. Tải tệp phân công hiện tại về làm mẫu.", "so_ho_so,ten", "1,an")]
    [InlineData("Tệp không có dòng phân công nào.", "so_ho_so,email")]
    public void A_file_of_another_shape_is_refused(string sentence, params string[] lines) => Assert.Equal(sentence, Read(lines).Problems[0].Message);
}
