export * from "./audit.ts";
export * from "./availability.ts";
export * from "./bookings.ts";
export * from "./journeys.ts";
export * from "./limits.ts";
export * from "./messages.ts";
export * from "./people.ts";
export * from "./sign-in.ts";
