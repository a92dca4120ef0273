/// What functions and steps are called in spreadsheets, R and other languages, and what the same is called here.
public enum NamesElsewhere {
  public static func here(_ name: String) -> String? { all[name.lowercased()] }

  public static let all: [String: String] = [
    "len": "length", "nchar": "length", "size": "length", "nrow": "count", "counta": "count", "countif": "count",
    "toupper": "upper", "uppercase": "upper", "ucase": "upper", "tolower": "lower", "lowercase": "lower",
    "lcase": "lower", "trimws": "trim", "strip": "trim", "strsplit": "split", "textsplit": "split",
    "paste": "join_texts", "paste0": "join_texts", "textjoin": "join_texts", "concat": "append_all",
    "concatenate": "join_texts", "join": "join_texts", "gsub": "replace", "sub": "replace", "substitute": "replace",
    "substr": "slice", "substring": "slice", "mid": "slice", "left": "slice", "right": "slice",
    "startswith": "starts_with",
    "endswith": "ends_with", "grepl": "has", "contains": "has", "includes": "has", "search": "find",
    "indexof": "position", "index_of": "position", "which": "position", "filter": "where", "subset": "where",
    "mutate": "add", "assign": "add", "with_columns": "add", "set": "add", "arrange": "sort", "order": "sort",
    "orderby": "sort", "order_by": "sort", "summarise": "group",
    "summarize": "group", "group_by": "group", "groupby": "group", "aggregate": "group", "unique": "distinct",
    "drop_duplicates": "distinct", "remove_duplicates": "distinct", "dedupe": "distinct", "duplicates": "candidates",
    "duplicated": "candidates", "crosstab": "cross", "xtabs": "cross", "pivot_table": "cross", "pivottable": "cross",
    "tabulate": "group",
    "value_counts": "group", "head": "first", "limit": "first", "tail": "last", "average": "mean", "avg": "mean",
    "ceil": "ceiling",
    "int": "floor", "floor_div": "div", "quotient": "div", "modulo": "mod", "rem": "mod", "pow": "power",
    "sqr": "sqrt", "log10": "log", "log2": "log", "sapply": "map", "lapply": "map", "apply": "map", "reduce": "fold",
    "rev": "reverse", "rep": "repeat", "push": "append", "keys": "names", "dict": "record", "typeof": "kind_of",
    "type": "kind_of", "class": "kind_of", "str": "text", "tostring": "text", "as.numeric": "number", "float": "number",
    "value": "number", "todate": "date", "as.date": "date", "datevalue": "date", "weekdays": "weekday",
    "days": "days_between", "datedif": "years_between", "age": "years_between", "is.na": "unknown", "isna": "unknown",
    "isnull": "unknown", "null": "unknown", "nil": "unknown", "na": "unknown", "ifna": "??", "coalesce": "??",
    "nvl": "??", "iferror": "??", "elif": "if", "elseif": "if", "switch": "match", "case_when": "match",
    "function": "fn", "def": "fn", "func": "fn", "lambda": "->", "var": "let", "const": "let", "print": "show",
    "echo": "show", "import": "use", "include": "use", "library": "use", "require": "use", "assert": "check",
    "null?": "unknown", "%in%": "in", "&&": "and", "||": "or", "!": "not", "<>": "!=", "|>": "|", "%>%": "|",
    "<-": "=", "%": "mod", "^": "power", "**": "power",
  ]
}
