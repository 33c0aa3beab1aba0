/** A speaking time as people say it: 2 分钟, 90 秒. */
export const limitText = (seconds: number): string => (seconds % 60 === 0 ? ` ${seconds / 60} 分钟` : ` ${seconds} 秒`)
