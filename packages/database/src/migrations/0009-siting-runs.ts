/** Siting runs kept: what was asked, what was answered, and from which inputs. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table siting_run (
      id text collate "C" primary key,
      state text collate "C" not null,
      started_at timestamptz not null,
      is_synthetic boolean not null,
      input_key text collate "C",
      run jsonb not null
    )
  `.execute(db);
  await sql`create index siting_run_started_at on siting_run (started_at desc)`.execute(db);
}
