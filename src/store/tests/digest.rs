//! The weekly digest: where it goes, and that each is sent once.

use super::*;

const WEEK: i64 = 2_900;

#[tokio::test]
async fn a_digest_of_a_week_is_sent_once() {
    let store = in_memory().await;
    assert_eq!(begun(&store, SERVER, WEEK, 0).await, Some(at(0)));
    assert_eq!(
        begun(&store, SERVER, WEEK, 1).await,
        None,
        "it is under way"
    );
    store.finish_digest(SERVER, WEEK).await.unwrap();
    assert_eq!(begun(&store, SERVER, WEEK, 60).await, None);
    assert_eq!(begun(&store, SERVER, WEEK + 1, 60).await, Some(at(60)));
    assert_eq!(begun(&store, SERVER + 1, WEEK, 60).await, Some(at(60)));
}

#[tokio::test]
async fn one_that_was_not_finished_is_handed_out_again_to_one_caller() {
    let store = in_memory().await;
    begun(&store, SERVER, WEEK, 0).await;
    assert_eq!(begun(&store, SERVER, WEEK, 11).await, Some(at(0)));
    assert_eq!(begun(&store, SERVER, WEEK, 12).await, None);
}

#[tokio::test]
async fn a_server_has_one_place_for_it_until_the_channel_or_the_server_goes() {
    let store = in_memory().await;
    let place = |channel| DigestPlace {
        channel,
        since: at(1),
    };
    for channel in [CHANNEL, CHANNEL + 1] {
        let set = store.set_digest_place(SERVER, Some(place(channel)));
        set.await.unwrap();
    }
    let known = store.digest_place(SERVER).await.unwrap();
    assert_eq!(known, Some(place(CHANNEL + 1)));
    assert_eq!(store.servers().await.unwrap(), [SERVER]);
    store.remove_channel_settings(CHANNEL + 1).await.unwrap();
    assert_eq!(store.digest_place(SERVER).await.unwrap(), None);

    let set = store.set_digest_place(SERVER, Some(place(CHANNEL)));
    set.await.unwrap();
    begun(&store, SERVER, WEEK, 0).await;
    store.forget_server(SERVER).await.unwrap();
    assert!(store.servers().await.unwrap().is_empty());
    assert!(store.digest_servers().await.unwrap().is_empty());
}

async fn begun(store: &Store, server: u64, week: i64, minutes: i64) -> Option<Timestamp> {
    let begun = store.begin_digest(server, week, at(minutes));
    begun.await.unwrap()
}
