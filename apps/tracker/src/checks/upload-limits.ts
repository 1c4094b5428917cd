/** What may be handed in at once. */
export const uploadLimits = {
  /** Of all files together, as sent, in bytes. */
  bytes: 50_000_000,
  /** Files sent, and likewise entries over all archives in them. */
  files: 2000,
  /** What archives may unpack to, all together, in bytes. */
  unpackedBytes: 200_000_000,
} as const
