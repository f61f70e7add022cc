import { useEffect, useState } from "react";

/** Turns true when the time has come, without counting down. */
export function useIsOver(until: number): boolean {
  const [over, setOver] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setOver(until), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return over === until;
}
