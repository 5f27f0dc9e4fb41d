/// A closed set of words that a setting may take.
protocol Choice: CaseIterable, RawRepresentable where RawValue == String {}
