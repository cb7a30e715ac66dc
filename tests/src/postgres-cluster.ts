/** A PostgreSQL of the tests' own, for those who start one beside the database's own tests. */
export {
  findPostgresBin,
  type PostgresCluster,
  startPostgresCluster,
} from "@firecover/database/postgres-cluster";
