### 机器人的简体中文用语。

## 命令

command_ask = 提问
    .description = 根据文章回答问题
option_ask_question = 问题
    .description = 你想知道什么
option_ask_private = 仅自己可见
    .description = 回答只显示给你
option_ask_for = 成员
    .description = 这个回答是给哪位成员的
command_help = 帮助
    .description = 介绍如何提问，以及如何更精确地搜索
command_reindex = 重建索引
    .description = 重新读取文章，并显示有哪些变化
command_index = 索引
    .description = 显示索引的历史，并可退回到更早的索引
command_index_rollback = 退回
    .description = 让更早一代的索引重新用于回答
command_index_history = 历史
    .description = 显示谁在何时更改了索引，以及结果如何
option_index_rollback_generation = 代
    .description = 代的编号；不填则为上一代
command_status = 状态
    .description = 显示索引的状态
command_settings = 设置
    .description = 查看和更改我在频道中的行为
option_settings_channel = 频道
    .description = 要设置的频道；不填则为当前频道
option_settings_mode = 模式
    .description = 我在那里什么时候回答
option_settings_answers_in = 回答位置
    .description = 我的回答发到哪里
option_settings_forum = 论坛
    .description = 是否在论坛的新帖子里提供帮助
option_settings_solved_tag = 已解决标签
    .description = 把论坛帖子标记为已解决的标签
option_settings_digest = 周报
    .description = 是否每周在频道里发布问题的回答情况
command_stats = 统计
    .description = 显示最近问题的回答情况
option_stats_days = 天数
    .description = 往回看多少天
command_doctor = 诊断
    .description = 检查我能否在这里正常工作，并说明如何解决问题
command_privacy = 隐私
    .description = 查看或删除我保存的关于你的内容
command_privacy_show = 查看
    .description = 查看我保存的关于你的内容
command_privacy_forget = 删除
    .description = 删除我保存的关于你的内容
menu_find_articles = 查找相关文章
choice_off = 从不
choice_when_asked = 有人问我时
choice_when_confident = 有把握时
choice_channel = 在频道里
choice_thread = 在子区里

## 帮助

help = 问我点什么吧：在我的名字后面写下问题，私信发给我，用我的名字回复一条消息，或者使用 `/{ command_ask }`。我会用文章中的段落来回答。
help_page =
    {"**"}如何提问**
    在我的名字后面写下问题，私信发给我，用我的名字回复一条消息，或者使用 `/{ command_ask }`。回复我的回答就可以继续追问。

    {"**"}如何更精确地搜索**
    - `"电动汽车"`：完全相同的词句，顺序不变
    - `-卡车`：不包含这个词
    - `in:历史`：只在标题包含该词的章节或文章中搜索
    - `after:2024` 或 `before:2025-06`：只搜索在此之后或之前的文章
    - `lang:zh`：只搜索这种语言的文章

## 回答

closest = 我不确定这能否回答你的问题。最接近的段落：
not_covered = 文章里没有相关内容。
nearest = 最接近的文章：
nearest_buttons = 你是想问这些吗？点击标题即可提问。
unseen = -# 所有文章中都没有出现：{ $words }
narrowed = -# 我只在这些范围内查找：{ $filters }
nothing_among = 没有内容同时符合这个问题和 { $filters }。请去掉后再试。
question_cut = -# 你的问题很长，我只用了前 { $used } 个字符。
searched_for = -# 我搜索的是 { $words }。
sources_differ = -# 各来源说法不一：{ $sources }
refreshed = -# 你提问之后文章有了变化，这些是更新后的结果。
unverified = 未经核实的来源
source_changed = 来源已于 { $when } 更改，现在的内容是：
source_gone = 来源已于 { $when } 更改，这里引用的段落已不在文章中。
further_source_gone = 这里引用的另一个段落也已不在文章中。
answer_before = 此前的回答：
suggested_by = -# 由 { $helper } 推荐
answer_for = 给 { $member }：
page_of = 第 { $page } 页，共 { $pages } 页
no_more_passages = 没有更多相关段落了。
section_gone = 文章里已经没有这一节了。

## 按钮

button_more = 更多段落
button_section = 整节内容
button_back = 返回
button_next = 下一页
button_post = 发布这条
button_tell_editors = 告诉编辑
button_tell_me = 有答案时通知我
button_tell_me_not = 不用通知我
button_solved = 问题解决了
button_publish = 发布
button_discard = 放弃
button_details = 详情
button_forget = 全部删除
button_cancel = 取消

## 点击按钮之后

only_asker_or_moderator = 只有提问者或管理员可以这样做。
button_too_old = 这个按钮已经失效了。请用 `/{ command_ask }` 重新提问。
not_saved = 抱歉，暂时无法保存。请过几分钟再试。
feedback_thanks = 谢谢！
feedback_taken_back = 已撤回。
feedback_noted = 谢谢。这有助于改进文章。
feedback_placeholder = 哪里有问题？
feedback_wrong = 内容有误
feedback_outdated = 内容过时
feedback_off_topic = 答非所问
feedback_unclear = 说得不清楚
told_editors = 谢谢。编辑会看到你的问题。
told_editors_already = 编辑已经知道这个问题了。
reminder_set = 等文章里有了答案，我会发消息告诉你。
reminder_taken_back = 我不会就此给你发消息。
reminder_answer =
    你曾问过：{ $question }
    现在文章里有答案了：
solved_thanks = 很高兴帮到了你。帖子已标记为已解决。
solved_untagged = 很高兴帮到了你。我没有权限修改这个帖子的标签，请你自己把它标记为已解决。

## “查找相关文章”和论坛帖子

found_for_message = 与那条消息相关的段落。选择一个作为回复发布。
found_nothing = 我没有在文章里找到与那条消息相关的内容。
message_without_text = 那条消息里没有可以搜索的文字。
message_gone = 那条消息已经不在了。
posted = 已发布。
forum_opening = 这些段落也许有帮助：

## 为什么没有回答

no_words = 我没有从中找到可以搜索的词。请用一句完整的话提问。
busy = 现在排队的问题太多了。请一分钟后再问。
cooldown_user = 你刚刚问得有点多。{ $left }后可以再问。
cooldown_channel = 这个频道里的提问很多。{ $left }后可以再问。
cooldown_server = 这个服务器里的提问很多。{ $left }后可以再问。
no_index = 我还没有读过任何文章。拥有“管理服务器”权限的人可以用 `/{ command_reindex }` 开始读取。
restarting = 我正在重启。请一分钟后再试。
interrupted = 这件事还没完成，我就被重启了。请一分钟后再试。
failed = 抱歉，我这边出了点问题。请再试一次；如果还是不行，请把这个编号告诉维护我的人：`{ $id }`
unreadable_reference = 我看不到你回复的那条消息：只有提到我的消息，Discord 才会给我看。请把问题直接写给我，或者使用 `/{ command_ask }`。
missing_reference = 你回复的那条消息已经不在了。请把问题直接写给我，或者使用 `/{ command_ask }`。
may_not_write = 我不能在 { $channel } 里发言，所以在这里回答你。
turned_off = 我在 { $channel } 里被关闭了，所以不在那里回答。拥有“管理服务器”权限的成员可以用 `/{ command_settings }` 更改。
thread_refused = -# 我不能在这里创建子区，所以直接在频道里回答。
not_allowed = 只有拥有“管理服务器”权限的成员可以这样做。
server_only = 这只能在服务器里使用。

## 重建索引

reindex_running = { $by } 已经在重建索引了。{ $progress }
phase_scanning = 正在查找文章
phase_indexing = 正在读取文章
phase_writing = 正在写入索引
phase_verifying = 正在检查索引
phase_comparing = 正在比较回答
phase_publishing = 正在发布索引
phase_progress = { $phase }：{ $done }/{ $total } 个文件，{ $failed } 个失败
phase_questions = { $phase }：{ $done }/{ $total } 个问题
reindex_over = 重建索引已结束，请看下面的消息。
reindex_done = **索引重建完成**，用时 { $took }：{ $articles } 篇文章，{ $passages } 个段落。
reindex_unchanged = 没有任何变化，索引保持原样。
reindex_failed = **重建索引失败。** 回答仍然来自之前的索引。原因记录在日志中，编号为 `{ $id }`
added = **新增** { $count }
changed = **更改** { $count }
removed = **移除** { $count }
skipped = **跳过** { $count } 个文件
and_more = 以及另外 { $count } 个

## 发布

release_waiting = **可以发布**，用时 { $took } 构建：{ $articles } 篇文章，{ $passages } 个段落。回答仍然来自之前的索引。
release_held_rule = 按照 `release.auto_publish` 的设置，等待有人按下按钮。
release_held_golden = 它在等待，因为有 { $count } 个标准问题会失去正确答案。
release_held_unjudged = 它在等待，因为无法提出标准问题：{ $problem }
release_held_empty = 它在等待，因为这样就一篇文章也不剩了。
release_held_undone = 它在等待，因为有人从完全相同的文件退回过。
release_golden = **标准问题**：{ $asked } 个中有 { $changed } 个的首个段落不同，{ $worse } 个失去正确答案，{ $better } 个得到正确答案
release_recent = **近期问题**：{ $asked } 个中有 { $answered } 个变为可回答，{ $stopped } 个不再能回答
release_size = 段落 { $before } → { $after }，占用磁盘 { $disk_before } → { $disk_after }
release_calibration = 校准：置信度达到 { $answered_before } → { $answered } 视为已回答，达到 { $covered_before } → { $covered } 视为有涉及
golden_before = 之前：{ $passage }
golden_after = 之后：{ $passage }
golden_nothing = 没有段落
details_answered = **变为可回答**
details_stopped = **不再能回答**
details_elsewhere = 以及另外 { $count } 个，在私下或别处提出
release_published = **已发布**，操作者：{ $by }。
release_discarded = **已放弃**，操作者：{ $by }。回答来自之前的索引。
release_gone = 它已经不在了：已被发布或放弃，或者之后发布了别的。
time_left = 这一步大约还需 { $left }
reindex_cancelled = **重建索引已取消。** 索引保持原样。
reindex_not_running = 那次重建索引已经不在进行了。
rolled_back = **第 { $to } 代重新用于回答**，成为第 { $generation } 代。
rollback_nothing = 没有可以退回的更早的代。
rollback_other = 那一代没有保留。可以退回到：{ $kept }
history_heading = **索引的历史**
history_empty = 还没有记录。
history_published = { $when } 第 { $generation } 代由 { $by } 发布
history_rolled_back = { $when } { $by } 退回到第 { $to } 代，成为第 { $generation } 代
history_discarded = { $when } { $by } 放弃了已构建的内容
history_counts = 新增 { $added }，更改 { $changed }，移除 { $removed }，跳过 { $skipped }
history_worse = { $count } 个标准问题失去了正确答案
automatic_files = -# 由文件变化启动
automatic_sources = -# 由所关注来源的变化启动
automatic_schedule = -# 由计划启动

## 状态

no_index_yet = **还没有索引。** 用 `/{ command_reindex }` 可以创建。
generation = **第 { $generation } 代**，发布于 { $published }
thresholds = 置信度达到 { $answered } 视为已回答，达到 { $covered } 视为有涉及，用 { $questions } 个问题校准
size = { $articles } 篇文章，{ $passages } 个段落，占用磁盘 { $disk }
last_reindex = 上次重建索引 { $started }，用时 { $took }
last_failure = 上次失败：{ $reason }
running_reindex = { $by } 正在重建索引：{ $progress }

## 设置

settings_heading = **{ $channel } 的设置**
settings_mode =
    我什么时候回答：{ $mode ->
        [off] 从不
        [asked] 有人问我时
       *[confident] 有人问我时，以及我对答案有把握时
    }
settings_answers_in =
    回答发到哪里：{ $place ->
        [channel] 频道里
       *[thread] 单独的子区里
    }
settings_forum =
    这个论坛的新帖子：{ $state ->
        [on] 对答案有把握时我会帮忙
       *[off] 我不发言
    }
settings_saved = 已保存。
settings_for_now = 已保存，但只到我重启为止：我的数据库无法写入。详情请看 `/{ command_doctor }`。
settings_needs_content = 要在没人问我时主动回答，我需要 Message Content Intent。维护我的人可以在 <https://discord.com/developers/applications> 的应用 Bot 页面上开启它，并设置 `discord.message_content = true`。
settings_no_forum = { $channel } 不是论坛。
settings_solved_tag = 已解决帖子的标签：{ $tag }
settings_no_solved_tag = 没有标签用来标记已解决的帖子；请用选项 `{ option_settings_solved_tag }` 选一个。
settings_no_such_tag = { $channel } 没有名为 { $tag } 的标签。那里的标签：{ $tags }

## 统计

stats_heading = **最近 { $days } 天的统计**
digest_heading = **周报**：{ $from }至{ $to }
stats_nothing = 这段时间没有人提问。
stats_questions = 问题：{ $questions }{ $change }，来自 { $people } 人
stats_answered = 🟦 已回答：{ $count }（{ $share }%{ $change }）
stats_closest = 🟨 最接近的段落：{ $count }（{ $share }%{ $change }）
stats_not_covered = 🟥 没有相关内容：{ $count }（{ $share }%{ $change }）
stats_votes = 评价：👍 { $up }{ $up_change } · 👎 { $down }{ $down_change }
stats_most_asked = **问得最多**
stats_asked_by = { $question }（{ $people } 人）
stats_gaps = **待解决** { $count } 个问题没有好的回答
stats_gap = { $question }（{ $times } 次）
stats_slowest = **最慢的回答**
stats_oldest = **最旧的文章**
stats_unused = **未使用** { $articles } 篇文章中有 { $count } 篇在这段时间没有回答任何问题，例如：
stats_article = { $title }，{ $date }
stats_compared = -# ▲ 和 ▼ 是与 { $days } 天前的同一时段相比；占比以百分点计
stats_no_texts = -# 这里不列出问题，因为问题的文字没有保存（`privacy.questions`）。
stats_discreet = -# 这里不列出问题，因为所有人都能看到这个频道。
stats_chart = { $from }至{ $to }每天问题数的柱状图；已回答、最接近的段落、没有相关内容：{ $days }
settings_digest = 周报：发到 { $channel }，下一次 { $next }
settings_digest_discreet = 所有人都能看到那个频道，所以周报在那里不会列出问题。
settings_digest_forum = { $channel } 是论坛。请为周报选择一个文字频道。

## 诊断

doctor_heading = **{ $channel } 的诊断**
doctor_well = 一切正常。
doctor_permissions_well = 权限：我在这里拥有所需的全部权限。
doctor_permission_missing = 我在这里缺少**{ $permission }**权限。解决方法：编辑频道，打开“权限”，选择我的身份组，允许**{ $permission }**。
permission_view = 查看频道
permission_send = 发送消息
permission_create_threads = 创建公共子区
permission_send_in_threads = 在子区内发送消息
permission_embed = 嵌入链接
permission_attach = 附加文件
permission_history = 阅读消息历史记录
permission_manage_posts = 管理子区和帖子
doctor_threads_refused = 这里的回答应该发到子区，但我没有权限创建子区，所以直接在频道里回答。解决方法：编辑频道，打开“权限”，选择我的身份组，允许**{ permission_create_threads }**和**{ permission_send_in_threads }**。
doctor_intents_well = Intent：我能收到所需的一切。
doctor_content_off = 我应该在这里主动回答，但 Message Content Intent 没有开启。解决方法：在 <https://discord.com/developers/applications> 的应用 Bot 页面上开启它，设置 `discord.message_content = true`，然后重启我。
doctor_commands_well = 命令：已注册。
doctor_commands_missing = 我的命令没有正确注册。解决方法：重启我；如果还是不行，请用 `applications.commands` 范围重新邀请我。
doctor_index_well = 索引：建立于 { $built }。
doctor_index_missing = 没有索引。解决方法：运行 `/{ command_reindex }`。
doctor_index_old = 索引太旧：建立于 { $built }。解决方法：运行 `/{ command_reindex }`。
doctor_index_failed = 上次重建索引失败（{ $when }）：{ $reason }。解决方法：排除原因，然后运行 `/{ command_reindex }`。
doctor_admin_channel_well = 管理频道：我可以在 { $channel } 里发言。
doctor_admin_channel_failed = 我无法在管理频道 { $channel } 里发言：{ $reason }。解决办法：允许我查看该频道并发送消息，或把 `discord.admin_channel` 设为别的频道。
doctor_store_well = 数据库：可以读写。
doctor_store_failed = 数据库无法使用：{ $reason }。设置和反馈只保留到我重启为止。解决方法：检查磁盘是否有空间，以及我是否可以写入 `store.path`，然后重启我。
doctor_clock_well = 时钟：准确。
doctor_clock_off = 我的时钟偏差 { $off }。解决方法：在运行我的机器上开启时间同步（NTP）。
doctor_disk_well = 磁盘：剩余 { $free }。
doctor_disk_low = 磁盘只剩 { $free }。解决方法：腾出空间，或者把 `index.dir` 移到更大的磁盘上。

## 文章

command_corpus = 文章
    .description = 列出、添加、修改和检查文章
command_corpus_list = 列表
    .description = 列出所有文章
option_corpus_list_search = 搜索
    .description = 标题、路径或标签中的文字
command_corpus_show = 查看
    .description = 查看一篇文章
option_corpus_show_article = 文章
    .description = 路径或标题，或其中一部分
command_corpus_add = 添加
    .description = 预览后从文件或网页添加文章
option_corpus_add_file = 文件
    .description = Markdown、HTML、文本、PDF 或 Word
option_corpus_add_url = 网址
    .description = 网页地址，以 https:// 开头
command_corpus_remove = 删除
    .description = 删除一篇文章；可以撤销
option_corpus_remove_article = 文章
    .description = 路径或标题，或其中一部分
command_corpus_set = 设置
    .description = 修改文章的标题、标签或可信度
option_corpus_set_article = 文章
    .description = 路径或标题，或其中一部分
option_corpus_set_title = 标题
    .description = 新标题
option_corpus_set_tags = 标签
    .description = 新标签，用逗号分隔；- 表示没有
option_corpus_set_trust = 可信度
    .description = 文章的可信程度
command_corpus_sources = 来源
    .description = 显示所关注的网络来源
command_corpus_health = 健康
    .description = 查找文章中的重复、矛盾和缺漏
choice_high_trust = 高
choice_normal_trust = 普通
choice_low_trust = 低
button_add = 添加
button_remove = 删除
button_undo = 撤销
corpus_heading =
    {"**"}{ $articles ->
       *[other] { $articles } 篇文章
    }**
corpus_waiting = 尚未编入索引
corpus_skipped = 已跳过：{ $reason }
corpus_trust =
    { $level ->
        [high] 可信度高
        [low] 可信度低
       *[normal] 可信度普通
    }
corpus_used =
    已显示 { $times ->
       *[other] { $times } 次
    }
corpus_words =
    { $words ->
       *[other] { $words } 个词
    }
corpus_tags = 标签：{ $tags }
corpus_added_by = 由 { $by } 于 { $at } 添加，来自 { $from }
corpus_sections =
    { $count ->
       *[other] { $count } 个章节
    }：{ $sections }
corpus_no_such = 没有名为 { $name } 的文章。
corpus_several = { $name } 可能指多篇文章。请使用其中一篇的路径：
corpus_preview = 要添加这篇文章吗？
corpus_one_of = 请提供一个文件或一个网页地址（二选一）。
corpus_refused = 无法完成：{ $reason }
corpus_gone = 该内容已不存在；可能已处理，或时间太久。
corpus_added = 已添加为 { $path }。
corpus_not_added = 没有添加任何内容。
corpus_indexing = 正在更新索引……
corpus_indexed = 索引已更新。
corpus_waits = 在有人发布之前，回答保持不变，参见 `/{ command_index } { command_index_history }`。
corpus_remove_question = 要删除 { $path } 吗？之后可以撤销。
corpus_removed = 已删除 { $path }。
corpus_restored = { $path } 已恢复。
corpus_kept = 没有任何更改。
corpus_set_nothing = 请说明要修改什么：标题、标签或可信度。
corpus_set_done = 已修改 { $path }。
sources_none = 没有关注任何来源。运行我的人可以在配置的 `[[source]]` 下添加。
sources_heading =
    {"**"}{ $sources ->
       *[other] { $sources } 个来源
    }**
source_new = { $name }：尚未查看
source_failed = { $name }：{ $when }失败：{ $reason }
source_well =
    { $name }：{ $articles ->
       *[other] { $articles } 篇文章
    }，查看于 { $when }
health_well = 没有发现文章有问题。
health_heading =
    {"**"}{ $findings ->
       *[other] { $findings } 处需要查看
    }**
health_twins = 文字几乎相同（{ $percent } %）：{ $one } 和 { $other }
health_differ = 数字不同：{ $one } 写道“{ $said }”，{ $other } 写道“{ $otherwise }”
health_long =
    章节过长：{ $place }，{ $words ->
       *[other] { $words } 个词
    }
health_empty = 只有标题没有内容：{ $place }
health_undated = 没有日期：{ $path }
health_link = { $path } 中有失效链接：{ $target }
health_unused = 没有回答用到过：{ $path }
health_disliked = 👎 多于 👍（{ $down } 比 { $up }）：{ $path }

## 隐私

privacy_nothing = 我没有保存任何关于你的内容。
privacy_stored = 我保存的关于你的内容：{ $questions } 个问题，{ $ratings } 条评价，{ $reminders } 个提醒。
privacy_kept =
    { $how ->
        [full] 我会保存问题的文字
        [hashed] 我只保存问题的指纹，无法还原成文字
       *[off] 我不保存问题的文字
    }；所有内容会在 { $days } 天后删除。
privacy_forget_question = 要删除我保存的所有关于你的内容吗？此操作无法撤销。
privacy_forgotten = 完成。我已不再保存任何关于你的内容。
privacy_failed = 我暂时无法访问数据库，所以什么都没有删除。请稍后再试。
privacy_unreachable = 我暂时无法访问数据库。请稍后再试。

## 值

calendar_day = { $year }年{ $month }月{ $day }日
decimal = { $whole }.{ $tenths }
list_comma = 、
seconds = { $seconds } 秒
minutes = { $minutes } 分 { $seconds } 秒
hours = { $hours } 小时 { $minutes } 分
bytes = { $size } B
kibibytes = { $size } KiB
mebibytes = { $size } MiB
gibibytes = { $size } GiB

## 缺口、黄金问题、解释、调整和统计。

command_gaps = 缺口
    .description = 显示并处理没有答好的问题
command_gaps_list = 列表
    .description = 显示未解决的问题，相似的归在一起
command_gaps_mark = 标记
    .description = 决定一个问题及相似问题如何处理
option_gaps_mark_question = 问题
    .description = 要处理的问题
option_gaps_mark_as = 为
    .description = 作出的决定
option_gaps_mark_article = 文章
    .description = 能回答它的文章；该问题会成为黄金问题
option_gaps_mark_member = 成员
    .description = 负责写文章的人
command_gaps_export = 导出
    .description = 导出为可用电子表格打开的表
command_golden = 黄金
    .description = 管理已知正确文章的问题
command_golden_add = 添加
    .description = 添加问题及其正确文章
option_golden_add_question = 问题
    .description = 人们提问时的原话
option_golden_add_article = 文章
    .description = 回答它的文章
command_golden_list = 列表
    .description = 显示黄金问题
command_golden_remove = 移除
    .description = 移除一个黄金问题
option_golden_remove_question = 问题
    .description = 黄金问题
command_golden_run = 运行
    .description = 运行黄金问题并指出答错的
command_explain = 解释
    .description = 说明问题为何这样回答
option_explain_question = 问题
    .description = 要解释的问题
option_explain_expected = 预期
    .description = 本应回答的文章
command_tune = 调整
    .description = 更改回答方式，并先显示影响
command_tune_synonym = 同义词
    .description = 让多个词表示同一意思
option_tune_synonym_words = 词语
    .description = 词语，用英文逗号分隔
option_tune_synonym_reason = 原因
    .description = 原因，供查看历史的人参考
command_tune_pin = 固定
    .description = 把问题的答案固定到文章或章节
option_tune_pin_question = 问题
    .description = 逐字的问题
option_tune_pin_article = 文章
    .description = 回答它的文章或章节
option_tune_pin_reason = 原因
    .description = 原因，供查看历史的人参考
command_tune_trust = 信任
    .description = 设定对文章的信任程度
option_tune_trust_article = 文章
    .description = 目标文章
option_tune_trust_trust = 信任
    .description = 信任程度
option_tune_trust_reason = 原因
    .description = 原因，供查看历史的人参考
command_tune_confidence = 置信度
    .description = 设定答案需要多大把握
option_tune_confidence_percent = 百分比
    .description = 未覆盖的问题仍可回答的百分比
option_tune_confidence_reason = 原因
    .description = 原因，供查看历史的人参考
command_tune_history = 历史
    .description = 显示改动、改动者和原因，并可撤销
command_audit = 审计
    .description = 显示管理员做过的事
menu_right_articles = 这是正确的文章
choice_wont_cover = 不会收录
choice_covered = 已有文章
choice_assigned = 已指派成员
choice_open_again = 重新打开
choice_trust_high = 高
choice_trust_normal = 普通
choice_trust_low = 低：显示为未核实
button_apply = 应用
gaps_heading = **缺口：**{ $count } 个问题未解决，问得最多的在前
gaps_none = 没有未解决的问题：所有问题都有答案，也没有答案被点踩。
gap_counts = { $not_covered } 次未覆盖，{ $voted_down } 次被点踩，{ $reported } 次被报告
gap_alike = 以及 { $count } 个相似问题
gap_state =
    { $state ->
        [wont] 不会收录
        [covered] 由 { $by } 覆盖
        [assigned] 已指派给 { $by }
       *[open] 未解决
    }
gap_marked = { $question }：{ $state }。
gap_is_golden = 它现在是黄金问题。
gap_needs_article = 哪篇文章能回答它？请在选项 `{ option_gaps_mark_article }` 中选择。
gap_needs_member = 由谁来写？请在选项 `{ option_gaps_mark_member }` 中选择。
gaps_exported = 所有缺口的表格：{ $count } 个问题
question_unknown = 这里没有这个问题。请选择我建议的一个。
article_unknown = 没有名为 { $article } 的文章。请选择我建议的一篇。
golden_heading = **{ $count } 个黄金问题**
golden_none = 还没有黄金问题。用 `/{ command_golden } { command_golden_add }` 或答案的菜单添加。
golden_added =
    { $how ->
        [new] 已添加为黄金问题：
        [extended] 为黄金问题增加了正确文章：
       *[known] 已经是黄金问题：
    } { $question } → { $article }
golden_removed = 不再是黄金问题：{ $question }
golden_result = **{ $asked } 个黄金问题中有 { $right } 个**由正确文章回答。
golden_wrong = - { $question }：预期 { $expected }（第 { $rank } 位），首位是 { $first }
golden_failed = 黄金问题文件无法使用：{ $reason }。解决办法：更正该文件，或确认我可以写入它和它的文件夹。
golden_no_answer = 这条消息不是我记得的答案。请用答案的菜单，或 `/{ command_golden } { command_golden_add }`。
explain_state =
    { $state ->
        [answered] {"**"}已回答**
        [closest] {"**"}接近，可能不是答案**
       *[not_covered] {"**"}未覆盖**
    }: 置信度 { $confidence }；{ $answered } 起算已回答，{ $covered } 起算已覆盖
explain_signals = -# 置信度由 { $parts } 构成
explain_word = *{ $word }* 作为 { $stems }，见于 { $passages } 个段落
explain_also = 也匹配 { $words }
explain_candidates = 共排序 { $count } 个段落；前几个：
explain_lacks = 缺少 { $words }
explain_pinned = 管理员已把答案固定到 { $place }。
expected_first = **{ $article }** 排在第一。
expected_gone = **{ $article }** 不在索引中。
expected_missing = **{ $article }** 不在候选中：最接近的段落缺少 { $words }。
expected_crowded = **{ $article }** 不在候选中：词都有，但太多其他段落更匹配。
expected_behind = **{ $article }** 排第 { $rank } 位，落后 { $by }。
expected_most = 第一名在 { $name } 上领先最多：{ $first } 对 { $own }，权重 { $weighs }。
tune_effects =
    { $change }
    这会改变 { $tried } 个黄金问题和近期问题中的 { $changed } 个。
tune_effect = - { $question }：{ $before } → { $after }
tune_outlook =
    { $state ->
        [answered] 由 { $place } 回答
        [closest] 接近 { $place }
       *[not_covered] 未覆盖（{ $place }）
    }
tune_bad_synonyms = 请给出两个或更多词，用英文逗号分隔：`汽车, 轿车`。
tune_gone = 该改动已经处理过了。
tune_applied = 已应用：{ $change }
tune_undone = 已撤销：{ $change }
change_synonym = **同义：**{ $words }
change_pin = **固定：**{ $question } → { $place }
change_trust =
    {"**"}信任：** { $article } → { $trust ->
        [high] 高
        [low] 低
       *[normal] 普通
    }
change_confidence = **未覆盖但仍可回答的问题：**{ $percent } %
change_by = { $by }，{ $when }：{ $reason }
change_undone = 由 { $by } 撤销，{ $when }
changes_heading = **对我回答方式的改动**
changes_none = 没有改动：以配置为准。
audit_heading = **管理员的操作**
audit_none = 还没有记录到管理员的操作。
somebody = 一位已被遗忘的人
