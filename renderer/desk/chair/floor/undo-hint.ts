/** What 撤回上一位 does, whose speech it is said of. */
export const undoHint = (name: string): string =>
  `${name}还没说完，排回最前面，用过的时间照算；刚请上来不到 30 秒的那一位也排回去（Z）`
