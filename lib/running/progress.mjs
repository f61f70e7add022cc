// Plain JavaScript, like all that has to run before anything is installed.
const isTerminal = Boolean(process.stdout.isTTY) && process.env.TERM !== "dumb";
// Where a program reads the lines, what is told to people goes beside them.
const say = process.argv.includes("--json") ? console.error : console.log;
const running = new Map();
let ticking;

/** Says what is being waited for while `work` runs, and how long it took. */
export async function step(name, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  running.set(name, seconds);
  if (!isTerminal) tell(`${name} …`);
  keepTelling();
  try {
    const result = await work();
    running.delete(name);
    tell(`✓ ${name} (${seconds()} s)`);
    return result;
  } catch (error) {
    running.delete(name);
    tell(`✗ ${name} (${seconds()} s)`);
    throw error;
  } finally {
    if (running.size === 0) stopTelling();
  }
}

/** One line for people. */
export function tell(line) {
  clearLine();
  say(line);
  drawLine();
}

function keepTelling() {
  ticking ??= setInterval(isTerminal ? drawLine : remind, isTerminal ? 250 : 10_000);
  ticking.unref();
}

function stopTelling() {
  clearInterval(ticking);
  ticking = undefined;
  clearLine();
}

function remind() {
  for (const [name, seconds] of running) console.log(`  still: ${name}, ${seconds()} s so far`);
}

function drawLine() {
  if (!isTerminal || running.size === 0) return;
  const line = [...running].map(([name, seconds]) => `${name} … ${seconds()} s`).join("  ·  ");
  process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
}

function clearLine() {
  if (isTerminal) process.stdout.write("\r\x1b[2K");
}
