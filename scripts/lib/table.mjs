/** Prints the results of all suites, and the sum as the last line. */
export function printTable(results) {
  const header = ['suite', 'passed', 'failed', 'skipped', 'seconds', ''];
  const rows = results.map(result => [
    result.name,
    String(result.passed),
    String(result.failed),
    String(result.skipped),
    result.seconds.toFixed(0),
    result.isFailed ? 'FAILED' : 'ok',
  ]);
  const widths = header.map((cell, column) =>
    Math.max(cell.length, ...rows.map(row => row[column].length)),
  );
  const line = cells =>
    cells
      .map((cell, column) =>
        column === 0 || column === 5
          ? cell.padEnd(widths[column])
          : cell.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd();
  process.stdout.write(`\n${line(header)}\n`);
  for (const row of rows) process.stdout.write(`${line(row)}\n`);
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  // A suite can fail without a failed test, for instance when it ran none.
  const unexplained = results.filter(
    result => result.isFailed && result.failed === 0,
  ).length;
  process.stdout.write(
    `\n${sum('passed')} passed, ${sum('failed') + unexplained} failed, ${sum('skipped')} skipped\n`,
  );
}
