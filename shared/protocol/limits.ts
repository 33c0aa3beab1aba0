/** Largest frame a client may send, bytes. A minutes point of 1,000 characters needs 4 kB. */
export const MAX_FRAME_BYTES = 64 * 1024
/** Most streams a returning client may ask to resume. */
export const MAX_RESUMED_STREAMS = 200
