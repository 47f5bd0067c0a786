using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Initiatives.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Receipts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Endorsements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ExtensionId",
                table: "Endorsements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Means",
                table: "Endorsements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReadAt",
                table: "Endorsements",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Sent",
                table: "Endorsements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OutsideArrivals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Way = table.Column<int>(type: "INTEGER", nullable: false),
                    ArrivalNumber = table.Column<string>(type: "TEXT", nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LetterNumber = table.Column<string>(type: "TEXT", nullable: false),
                    LetterDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Contact = table.Column<string>(type: "TEXT", nullable: false),
                    ScanSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredById = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredByName = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedByName = table.Column<string>(type: "TEXT", nullable: false),
                    Objection = table.Column<string>(type: "TEXT", nullable: false),
                    ObjectedByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideArrivals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutsideArrivals_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_Code",
                table: "Endorsements",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutsideArrivals_InitiativeId",
                table: "OutsideArrivals",
                column: "InitiativeId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OutsideArrivals");

            migrationBuilder.DropIndex(
                name: "IX_Endorsements_Code",
                table: "Endorsements");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "Endorsements");

            migrationBuilder.DropColumn(
                name: "ExtensionId",
                table: "Endorsements");

            migrationBuilder.DropColumn(
                name: "Means",
                table: "Endorsements");

            migrationBuilder.DropColumn(
                name: "ReadAt",
                table: "Endorsements");

            migrationBuilder.DropColumn(
                name: "Sent",
                table: "Endorsements");
        }
    }
}
