/** Largest frame a client may send, bytes. A minutes point of 1,000 characters needs 4 kB. */
export const MAX_FRAME_BYTES = 64 * 1024
/**
 * Largest frame of the operator's page on the host's own laptop, bytes: a roster of 5,000 people comes as a whole, about
 * 300 bytes each with all that is known of them.
 */
export const MAX_OPERATOR_FRAME_BYTES = 4 * 1024 * 1024
/** Most streams a returning client may ask to resume. */
export const MAX_RESUMED_STREAMS = 200
/** Most ballots in one Word file: with lists of thirty rows these are as many pages as an office program likes to open. */
export const MAX_PAPERS_AT_ONCE = 300
/** The largest number on a ballot's stub. */
export const MAX_PAPER_NUMBER = 99_999
