/** Seconds as `m:ss`; what is over counts on with a minus. */
export function clockText(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds))
  return `${seconds < 0 ? '-' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** The time of day in China, `15:02`. */
export function timeText(at: number): string {
  return timeFormat.format(at)
}

/** With seconds, `15:02:41`. */
export function exactTimeText(at: number): string {
  return exactFormat.format(at)
}

const timeFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const exactFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
