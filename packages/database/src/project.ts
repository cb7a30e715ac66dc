/** What this database is about. */
import type { Kysely } from "kysely";
import { raiseLayers } from "./layer-changes.ts";
import type { Schema } from "./schema.ts";

export interface Project {
  name: string;
  /** Whether the whole project is invented, as the demo province is. */
  isSynthetic: boolean;
}

/** What a database is called before anyone has named it. */
export const unnamedProject: Project = { name: "Dự án mới", isSynthetic: false };

export async function getProject(db: Kysely<Schema>): Promise<Project> {
  const row = await db.selectFrom("project").select(["name", "is_synthetic"]).executeTakeFirst();
  return row === undefined ? unnamedProject : { name: row.name, isSynthetic: row.is_synthetic };
}

export function saveProject(db: Kysely<Schema>, { name, isSynthetic }: Project): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto("project")
      .values({ name, is_synthetic: isSynthetic })
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet(({ ref, eb }) => ({
          name,
          is_synthetic: isSynthetic,
          version: eb(ref("project.version"), "+", 1),
        })),
      )
      .execute();
    await raiseLayers(trx, ["project"]);
  });
}
