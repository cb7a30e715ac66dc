/** A process of its own: keeps one record, then imports without ever finishing. Its argument is a location as JSON. */
import { importSink, openDatabase } from "../../src/index.ts";
import { premises, road } from "../records.ts";

// Its parent holds the other end: whatever becomes of that, this process does not outlive it.
process.stdin.on("end", () => process.exit(1)).resume();

const database = await openDatabase(JSON.parse(process.argv[2]!));
const sink = importSink(database);
await sink.transaction((store) => store.upsert("premises", [premises("earlier")]), { isDryRun: false });

await sink.transaction(
  async (store) => {
    await store.upsert("premises", [premises("earlier", { name: "Đã đổi" }), premises("during")]);
    for (let batch = 0; ; batch += 1) {
      const roads = Array.from({ length: 2000 }, (_, index) => road(batch * 2000 + index));
      await store.upsert("roads", roads);
      process.stdout.write(`${batch}\n`);
    }
  },
  { isDryRun: false },
);
