/** Names can be deleted without touching a record: the record then says so. */
export const NAME_DELETED = '（姓名已删除）'
