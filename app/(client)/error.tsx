"use client";

import { WentWrong } from "#app/ui/went-wrong.tsx";

export default WentWrong;
