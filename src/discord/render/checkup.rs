//! A check-up as a list: problems first, each with its fix.

use std::time::Duration;

use jiff::Timestamp;
use serenity::all::ChannelId;

use super::findings::{Finding, Needed};
use crate::discord::budget::Page;
use crate::discord::escape;
use crate::discord::words::Words;

/// Room for an error, in UTF-16 code units.
const LONGEST_REASON: usize = 400;

pub(in crate::discord) fn checkup(
    words: Words,
    channel: ChannelId,
    findings: &[Finding],
) -> String {
    let mut page = Page::default();
    page.push(&words.doctor_heading(&format!("<#{channel}>")));
    let (problems, well): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.is_problem());
    if problems.is_empty() {
        page.push(&words.doctor_well());
    }
    for (mark, findings) in [("❌", problems), ("✅", well)] {
        for finding in findings {
            page.push(&format!("{mark} {}", sentence(words, finding)));
        }
    }
    page.finish()
}

fn sentence(words: Words, finding: &Finding) -> String {
    match finding {
        Finding::PermissionsWell => words.doctor_permissions_well(),
        Finding::PermissionMissing(needed) => {
            words.doctor_permission_missing(&permission(words, *needed))
        }
        Finding::ThreadsRefused => words.doctor_threads_refused(),
        Finding::IntentsWell => words.doctor_intents_well(),
        Finding::ContentOff => words.doctor_content_off(),
        Finding::CommandsWell => words.doctor_commands_well(),
        Finding::CommandsMissing => words.doctor_commands_missing(),
        Finding::IndexWell(built) => words.doctor_index_well(&words.relative(*built)),
        Finding::IndexMissing => words.doctor_index_missing(),
        Finding::IndexOld(built) => words.doctor_index_old(&words.relative(*built)),
        Finding::IndexFailed { at, reason } => {
            let when = at.map_or_else(String::new, |at: Timestamp| words.relative(at));
            words.doctor_index_failed(&when, &escape::line(reason, LONGEST_REASON))
        }
        Finding::AdminChannelWell(channel) => {
            words.doctor_admin_channel_well(&format!("<#{channel}>"))
        }
        Finding::AdminChannelFailed(channel, reason) => words.doctor_admin_channel_failed(
            &format!("<#{channel}>"),
            &escape::line(reason, LONGEST_REASON),
        ),
        Finding::StoreWell => words.doctor_store_well(),
        Finding::StoreFailed(reason) => {
            words.doctor_store_failed(&escape::line(reason, LONGEST_REASON))
        }
        Finding::ClockWell => words.doctor_clock_well(),
        Finding::ClockOff(off) => {
            let off = Duration::try_from(*off).unwrap_or_default();
            words.doctor_clock_off(&words.duration(off))
        }
        Finding::DiskWell(free) => words.doctor_disk_well(&words.memory(*free)),
        Finding::DiskLow(free) => words.doctor_disk_low(&words.memory(*free)),
    }
}

fn permission(words: Words, needed: Needed) -> String {
    match needed {
        Needed::View => words.permission_view(),
        Needed::Send => words.permission_send(),
        Needed::CreateThreads => words.permission_create_threads(),
        Needed::SendInThreads => words.permission_send_in_threads(),
        Needed::Embed => words.permission_embed(),
        Needed::Attach => words.permission_attach(),
        Needed::History => words.permission_history(),
        Needed::ManagePosts => words.permission_manage_posts(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::budget::LIMIT;
    use crate::discord::budget::width;

    #[test]
    fn what_is_wrong_stands_first() {
        let findings = [
            Finding::IntentsWell,
            Finding::PermissionMissing(Needed::Attach),
        ];
        let text = checkup(Words::ENGLISH, ChannelId::new(7), &findings);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "**Check-up for <#7>**");
        assert!(lines[1].starts_with("❌ I lack the permission **Attach Files** here. Fix: "));
        assert_eq!(lines[2], "✅ Intents: I hear all I need.");
    }

    #[test]
    fn every_problem_is_told_with_its_fix() {
        let at = Timestamp::from_second(1_700_000_000).unwrap();
        let needed = [
            Needed::View,
            Needed::Send,
            Needed::CreateThreads,
            Needed::SendInThreads,
            Needed::Embed,
            Needed::Attach,
            Needed::History,
            Needed::ManagePosts,
        ];
        let others = [
            Finding::ThreadsRefused,
            Finding::ContentOff,
            Finding::CommandsMissing,
            Finding::IndexMissing,
            Finding::IndexOld(at),
            Finding::IndexFailed {
                at: Some(at),
                reason: "no corpus".to_owned(),
            },
            Finding::StoreFailed("full".to_owned()),
            Finding::ClockOff(jiff::SignedDuration::from_mins(5)),
            Finding::DiskLow(1_000),
        ];
        let lacking = needed.map(Finding::PermissionMissing);
        for finding in lacking.iter().chain(&others) {
            assert!(finding.is_problem());
            let told = sentence(Words::ENGLISH, finding);
            assert!(told.contains(" Fix: "), "{told}");
        }
    }

    #[test]
    fn everything_wrong_at_once_fits_in_every_language() {
        let at = Timestamp::from_second(1_700_000_000).unwrap();
        let reason = "*".repeat(2_000);
        let findings = [
            Finding::PermissionMissing(Needed::SendInThreads),
            Finding::ThreadsRefused,
            Finding::ContentOff,
            Finding::CommandsMissing,
            Finding::IndexFailed {
                at: Some(at),
                reason: reason.clone(),
            },
            Finding::StoreFailed(reason),
            Finding::DiskLow(0),
        ];
        for (_, words) in Words::translations() {
            let text = checkup(words, ChannelId::new(u64::MAX), &findings);
            assert!(width(&text) <= LIMIT);
            assert!(text.contains("❌"), "{text}");
        }
    }
}
