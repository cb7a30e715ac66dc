/** What the database's thread and the rest of the program say to each other. */

export interface EmbeddedStart {
  pgDataFolder: string;
}

export type EmbeddedRequest =
  | { id: number; kind: "query"; sql: string; parameters: readonly unknown[] }
  | { id: number; kind: "close" };

/** What PGlite answers; `command` is the tag with which PostgreSQL says that a statement is complete. */
export interface EmbeddedResult {
  rows: Record<string, unknown>[];
  fields: { name: string; dataTypeID: number }[];
  affectedRows?: number;
  command?: string;
}

/** An error as it crosses threads: the driver's fields, none of its prototype. */
export interface EmbeddedFault {
  message: string;
  code?: string;
  detail?: string;
  constraint?: string;
  table?: string;
}

export type EmbeddedReply =
  | { kind: "ready" }
  | { kind: "failed"; fault: EmbeddedFault }
  | { kind: "result"; id: number; result: EmbeddedResult }
  | { kind: "fault"; id: number; fault: EmbeddedFault };
