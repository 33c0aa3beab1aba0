/** The parts of a rule as people call them, by their path in a file; the longest beginning of a path that is here counts. */
const names: Readonly<Record<string, string>> = {
  ruleId: '编号（ruleId）',
  name: '名称（name）',
  quorum: '到会门槛（quorum）',
  'quorum.den': '到会门槛的基数（quorum.den）',
  'quorum.op': '到会门槛的“超过/达到”（quorum.op）',
  'quorum.share': '到会门槛的分数（quorum.share）',
  quorumByOwnRules: '到会门槛由会议自定（quorumByOwnRules）',
  pass: '通过门槛（pass）',
  'pass.den': '通过门槛的基数（pass.den）',
  'pass.op': '通过门槛的“超过/达到”（pass.op）',
  'pass.share': '通过门槛的分数（pass.share）',
  source: '依据（source）',
  from: '生效日（from）',
  to: '失效日（to）',
  checked: '核对记录（checked）',
  note: '说明（note）',
  noticeDays: '公示天数（noticeDays）',
  announcedItemsOnly: '只能表决公示过的事项的地区（announcedItemsOnly）',
  noticeSource: '公示的依据（noticeSource）',
  matters: '适用事项（matters）',
  paperOnly: '只用纸票（paperOnly）',
}

/** `pass.share.num` is 通过门槛的分数（pass.share）. */
export function fieldName(path: string): string {
  const parts = path.split('.')
  while (parts.length > 0) {
    const name = names[parts.join('.')]
    if (name !== undefined) return name
    parts.pop()
  }
  return '整条规则'
}
