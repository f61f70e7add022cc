export { telling } from "#lib/mail/telling.ts";
