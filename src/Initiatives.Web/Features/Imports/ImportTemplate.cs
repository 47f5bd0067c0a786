using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Documents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Imports;

/// <summary>The file to fill in: people and units with example rows, all codes of units, and what each column means.</summary>
public static class ImportTemplate
{
    public sealed record Query : IRequest<byte[]>;

    public sealed class Handler(AppDb db) : IRequestHandler<Query, byte[]>
    {
        public async Task<byte[]> Handle(Query request, CancellationToken cancellationToken)
        {
            var units = await db.Units.AsNoTracking().OrderBy(unit => unit.IsCommune).ThenBy(unit => unit.SortKey).ThenBy(unit => unit.Id).ToListAsync(cancellationToken);
            using var file = new MemoryStream();
            Workbook.Write(file,
                new WorkTable(ImportSheets.People, Heads(ImportSheets.PeopleColumns),
                [
                    ["Trần Thị Ví Dụ", "dau-moi" + PeopleImport.ExampleDomain, "11311", "Công chức Văn phòng", "Cán bộ đầu mối; Tác giả"],
                    ["Đỗ Văn Ví Dụ", "chu-tich" + PeopleImport.ExampleDomain, "11311", "Chủ tịch UBND phường", "Thủ trưởng đơn vị"],
                    ["Lương Thị Ví Dụ", "pho-chu-tich" + PeopleImport.ExampleDomain, "Phường Hồng Bàng", "Phó Chủ tịch UBND phường", "Cấp phó"],
                ]),
                new WorkTable(ImportSheets.Units, Heads(ImportSheets.UnitColumns),
                    [[UnitImport.ExampleCode + "01", "Trung tâm Ví dụ thành phố Hải Phòng", "Trung tâm Ví dụ", "Đơn vị"]]),
                new WorkTable(ImportSheets.Codes, [new("Mã", 14), new("Tên đơn vị", 48), new("Tên ngắn", 28)],
                    [.. units.Select(unit => (IReadOnlyList<object?>)[unit.Code, unit.Name, unit.ShortName])]),
                new WorkTable(ImportSheets.Guide, [new("Trang", 14), new("Cột", 18), new("Bắt buộc", 12), new("Ghi thế nào", 90)],
                [
                    .. Explained(ImportSheets.People, ImportSheets.PeopleColumns),
                    .. Explained(ImportSheets.Units, ImportSheets.UnitColumns),
                    ["Chung", "", "", $"Giữ dòng tiêu đề. Dòng ví dụ (thư {PeopleImport.ExampleDomain}, mã {UnitImport.ExampleCode}…) được bỏ qua, xóa hay để lại đều được. Trang “{ImportSheets.Units}” chỉ cần khi có đơn vị mới hoặc đổi tên."],
                    ["Chung", "", "", "Tải lên là kiểm tra trước, chưa ghi gì: từng dòng cho biết sẽ tạo, sửa, giữ nguyên hay bị từ chối và vì sao. Nhập lại cùng tệp không tạo thêm gì."],
                    ["Chung", "", "", "Tài khoản mới chưa có mật khẩu: sau khi nhập, gửi thư mời hoặc in phiếu ở trang Tài khoản."],
                ]));
            return file.ToArray();
        }

        private static IReadOnlyList<WorkColumn> Heads(IEnumerable<ImportSheets.Column> columns) => [.. columns.Select(column => new WorkColumn(column.Head, column.Width))];

        private static IEnumerable<IReadOnlyList<object?>> Explained(string sheet, IEnumerable<ImportSheets.Column> columns) =>
            columns.Select(column => (IReadOnlyList<object?>)[sheet, column.Head, column.IsNeeded ? "có" : "", column.Explanation]);
    }
}
