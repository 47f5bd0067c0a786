#!/usr/bin/env bash
# One name, one migration for each provider: bash src/add-migration.sh AddSomething
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?name of the migration}
dotnet tool restore >/dev/null
export ASPNETCORE_ENVIRONMENT=Testing
export ConnectionStrings__Main="Data Source=:memory:"
Database__Provider=Sqlite dotnet ef migrations add "$name" -p src/Initiatives.Web -c SqliteAppDb -o Data/Migrations/Sqlite
ConnectionStrings__Main="Host=localhost" Database__Provider=Postgres dotnet ef migrations add "$name" -p src/Initiatives.Web -c PostgresAppDb -o Data/Migrations/Postgres --no-build
