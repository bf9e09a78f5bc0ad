x = t"a{b!r:>{w}}c" t'{d=}' rt"\{e}"
t''
t"{f'{g}'!s:{h}}{ i = :x}"
t"""
{
  j # comment
}"""
t'{k + l }'
try:
    pass
except A, B:
    pass
try:
    pass
except* A, B.c:
    pass
