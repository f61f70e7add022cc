/** Calls `open` with one port after the other until it finds one that is free. */
export async function onFreePort<T>(
  first: number,
  open: (port: number) => Promise<T>,
): Promise<{ port: number; opened: T }> {
  for (let port = first; ; port++) {
    try {
      return { port, opened: await open(port) };
    } catch (error) {
      const isTaken = ["EADDRINUSE", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "");
      if (!isTaken) throw error;
      if (port >= first + 99 || port >= 65_535)
        throw new Error(`No port from ${first} to ${port} is free. Set PORT to one that is.`);
    }
  }
}
