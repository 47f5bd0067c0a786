using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Initiatives.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Letters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ScreeningNotices_Year_Number",
                table: "ScreeningNotices");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_CycleId_Kind",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "RemonstranceFiles");

            migrationBuilder.AddColumn<int>(
                name: "RemonstranceId",
                table: "ScreeningNotices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Series",
                table: "ScreeningNotices",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "TB-SKHCN");

            migrationBuilder.AddColumn<string>(
                name: "Ground",
                table: "DecisionItems",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningNotices_RemonstranceId",
                table: "ScreeningNotices",
                column: "RemonstranceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningNotices_Series_Year_Number",
                table: "ScreeningNotices",
                columns: new[] { "Series", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CycleId_Kind",
                table: "Decisions",
                columns: new[] { "CycleId", "Kind" },
                unique: true,
                filter: "\"Kind\" <> 2");

            migrationBuilder.AddForeignKey(
                name: "FK_ScreeningNotices_Remonstrances_RemonstranceId",
                table: "ScreeningNotices",
                column: "RemonstranceId",
                principalTable: "Remonstrances",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ScreeningNotices_Remonstrances_RemonstranceId",
                table: "ScreeningNotices");

            migrationBuilder.DropIndex(
                name: "IX_ScreeningNotices_RemonstranceId",
                table: "ScreeningNotices");

            migrationBuilder.DropIndex(
                name: "IX_ScreeningNotices_Series_Year_Number",
                table: "ScreeningNotices");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_CycleId_Kind",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "RemonstranceId",
                table: "ScreeningNotices");

            migrationBuilder.DropColumn(
                name: "Series",
                table: "ScreeningNotices");

            migrationBuilder.DropColumn(
                name: "Ground",
                table: "DecisionItems");

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "RemonstranceFiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningNotices_Year_Number",
                table: "ScreeningNotices",
                columns: new[] { "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CycleId_Kind",
                table: "Decisions",
                columns: new[] { "CycleId", "Kind" },
                unique: true);
        }
    }
}
