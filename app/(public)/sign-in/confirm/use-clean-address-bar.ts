import { useEffect } from "react";

/** Takes the link's secret out of the address bar and the history. */
export function useCleanAddressBar() {
  useEffect(() => window.history.replaceState(null, "", "/sign-in/confirm"), []);
}
