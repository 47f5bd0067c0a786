using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Initiatives.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeepWhenTheCouncilTurnedToAnItem : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CurrentInitiativeId",
                table: "CouncilSessions");

            migrationBuilder.AddColumn<DateTime>(
                name: "CalledAt",
                table: "AgendaItems",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CalledAt",
                table: "AgendaItems");

            migrationBuilder.AddColumn<int>(
                name: "CurrentInitiativeId",
                table: "CouncilSessions",
                type: "INTEGER",
                nullable: true);
        }
    }
}
