//! Dates in the forms that articles use.

use super::*;
use jiff::civil::date as day;

#[test]
fn a_day_is_parsed_however_it_is_written() {
    for text in [
        "2024-08-16",
        "2024-08-16T09:30:00+02:00",
        "2024-08-16T09:30:00.000Z",
        "2024-08-16 09:30:00 +0200",
        "2024-08-16 09:30:00 UTC",
        "2024-8-16",
        "2024/08/16",
        "20240816",
        "16.08.2024",
        "16. 8. 2024",
        "16/8/2024",
        "8/16/2024",
        "August 16, 2024",
        "16 August 2024",
        "Aug. 16th, 2024 at 9:30 am",
        "16-Aug-2024",
        "Fri, 16 Aug 2024 09:30:00 GMT",
        "Fri Aug 16 2024 09:30:00 GMT+0200 (CEST)",
        "Fri Aug 16 09:30:00 2024",
        "16. August 2024",
        "den 16 augusti 2024",
        "16 août 2024",
        "16 de agosto de 2024",
        "16 августа 2024 г.",
        "2024年8月16日",
        "2024년 8월 16일",
        "2024. 8. 16.",
    ] {
        assert_eq!(date(text), Some(day(2024, 8, 16)), "{text}");
    }
}

#[test]
fn ambiguous_and_impossible_days_are_rejected() {
    for text in [
        "5/6/2024",
        "2024-02-30",
        "16.08.24",
        "2024-08-16x",
        "1723800000",
        "TBD",
        "May be 2024",
        "0000-00-00",
        "2024",
        "",
        "ÅÅÅÅ-MM-",
        "Chapter 16 August 2024",
        "Memo: 16 August 2024",
    ] {
        assert_eq!(date(text), None, "{text}");
    }
    assert_eq!(date("5/5/2024"), Some(day(2024, 5, 5)));
}

#[test]
fn a_month_or_a_year_begins_on_its_first_day() {
    for text in ["2024-08", "08/2024", "August 2024"] {
        assert_eq!(day_or_first(text), Some(day(2024, 8, 1)), "{text}");
    }
    assert_eq!(day_or_first("2024"), Some(day(2024, 1, 1)));
    assert_eq!(day_or_first("soon"), None);
}
