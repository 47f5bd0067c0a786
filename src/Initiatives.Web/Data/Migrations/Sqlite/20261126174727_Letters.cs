using System;
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
            migrationBuilder.AddColumn<int>(
                name: "LetterId",
                table: "Endorsements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Means",
                table: "Endorsements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "HeadLooks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeadLooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HeadLooks_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnitLetters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FormKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    CycleId = table.Column<int>(type: "INTEGER", nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedById = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedByName = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    SignerName = table.Column<string>(type: "TEXT", nullable: false),
                    SignerPost = table.Column<string>(type: "TEXT", nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentById = table.Column<int>(type: "INTEGER", nullable: true),
                    ScanName = table.Column<string>(type: "TEXT", nullable: false),
                    ScanType = table.Column<string>(type: "TEXT", nullable: false),
                    ScanSize = table.Column<long>(type: "INTEGER", nullable: false),
                    ScanSha256 = table.Column<string>(type: "TEXT", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitLetters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitLetters_Cycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "Cycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitLetters_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitLetterItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LetterId = table.Column<int>(type: "INTEGER", nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Authors = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: false),
                    BaseDecision = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitLetterItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitLetterItems_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_UnitLetterItems_UnitLetters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "UnitLetters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_LetterId",
                table: "Endorsements",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_HeadLooks_InitiativeId_PersonId_Version",
                table: "HeadLooks",
                columns: new[] { "InitiativeId", "PersonId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitLetterItems_InitiativeId",
                table: "UnitLetterItems",
                column: "InitiativeId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitLetterItems_LetterId",
                table: "UnitLetterItems",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitLetters_CycleId",
                table: "UnitLetters",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitLetters_FormKey",
                table: "UnitLetters",
                column: "FormKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitLetters_UnitId_Status",
                table: "UnitLetters",
                columns: new[] { "UnitId", "Status" });

            migrationBuilder.AddForeignKey(
                name: "FK_Endorsements_UnitLetters_LetterId",
                table: "Endorsements",
                column: "LetterId",
                principalTable: "UnitLetters",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Endorsements_UnitLetters_LetterId",
                table: "Endorsements");

            migrationBuilder.DropTable(
                name: "HeadLooks");

            migrationBuilder.DropTable(
                name: "UnitLetterItems");

            migrationBuilder.DropTable(
                name: "UnitLetters");

            migrationBuilder.DropIndex(
                name: "IX_Endorsements_LetterId",
                table: "Endorsements");

            migrationBuilder.DropColumn(
                name: "LetterId",
                table: "Endorsements");

            migrationBuilder.DropColumn(
                name: "Means",
                table: "Endorsements");
        }
    }
}
