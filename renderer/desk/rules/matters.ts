/** What owners decide on together, 民法典 §278(1), in short; the place in the list is the item. */
export const matterNames = [
  '制定和修改业主大会议事规则',
  '制定和修改管理规约',
  '选举业主委员会或者更换业主委员会成员',
  '选聘和解聘物业服务企业或者其他管理人',
  '使用维修资金',
  '筹集维修资金',
  '改建、重建建筑物及其附属设施',
  '改变共有部分用途或者利用共有部分经营',
  '其他重大事项',
] as const
