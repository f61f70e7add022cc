/** Where each role finds what is kept about themselves. */
export const accountPages = { client: "/account", coach: "/coach/account" } as const;
