/** `2026-11-02` as a list has it: 11月2日. */
export function dayWords(date: string): string {
  const [, month = '', day = ''] = date.split('-')
  return `${Number(month)}月${Number(day)}日`
}
