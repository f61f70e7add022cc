import type { BoardTest } from "./board.ts";
import { m1 } from "./m1.ts";
import { r1 } from "./r1.ts";
import { r2 } from "./r2.ts";
import { r3 } from "./r3.ts";
import { r4 } from "./r4.ts";
import { r5 } from "./r5.ts";
import { r6 } from "./r6.ts";
import { r7 } from "./r7.ts";
import { r8 } from "./r8.ts";
import { r9 } from "./r9.ts";
import { r10 } from "./r10.ts";
import { r11 } from "./r11.ts";
import { r12 } from "./r12.ts";
import { r14 } from "./r14.ts";
import { r16 } from "./r16.ts";
import { s1 } from "./s1.ts";
import { s2 } from "./s2.ts";
import { s3 } from "./s3.ts";
import { s5 } from "./s5.ts";
import { s10 } from "./s10.ts";
import { s13 } from "./s13.ts";
import { s14 } from "./s14.ts";
import { s15 } from "./s15.ts";
import { s16 } from "./s16.ts";
import { s20 } from "./s20.ts";
import { s21 } from "./s21.ts";

export const boardTests: readonly BoardTest[] = [
  // First, as they look at every row there is.
  s1,
  s10,
  s3,
  s15,
  s5,
  s20,
  r1,
  r2,
  r3,
  r4,
  r5,
  r6,
  r7,
  r8,
  r9,
  r10,
  r11,
  r12,
  r14,
  r16,
  m1,
  s13,
  s2,
  s16,
  s14,
  s21,
];
