#!/usr/bin/env node
/** The command `firecover`. The version check comes first: an older Node stops at the syntax of what follows. */

const oldestNode = 24;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  process.stderr.write(
    `Cần Node ${oldestNode} trở lên, đang chạy ${process.version}; hãy gọi npx firecover trong thư mục dự án.\n` +
      `Node ${oldestNode} or newer is needed, this is ${process.version}; call npx firecover inside the project.\n`,
  );
  process.exitCode = 2;
} else {
  // whoever reads stdout has read enough: `… | head`
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const { runProgram } = await import("./program.ts");
  process.exitCode = await runProgram(process.argv);
}
