<?php
// Installs WordPress into an empty database and fills it with a town's pages. argv: a folder of pictures.
$database = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'SHELF_SOCKET' ) );
$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );

define( 'WP_INSTALLING', true );
require __DIR__ . '/config.php';
// No letter to the administrator: there is none.
function wp_new_blog_notification() {}
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';
wp_install( 'Степове', 'mayor', 'mayor@stepove.example', true, '', 'for one run' );
update_option( 'blogdescription', 'Новини міста над річкою' );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'show_avatars', 0 );
update_option( 'comment_moderation', 0 );
update_option( 'comment_previously_approved', 0 );
$wp_rewrite->init();
wp_insert_user( array( 'user_login' => 'olena', 'user_pass' => 'for one run', 'role' => 'author', 'display_name' => 'Олена Коваль' ) );

function picture( $name, $words ) {
	global $argv;
	$upload = wp_upload_bits( $name, null, file_get_contents( "$argv[1]/$name" ) );
	$id     = wp_insert_attachment( array( 'post_mime_type' => 'image/jpeg', 'post_title' => $words ), $upload['file'] );
	wp_update_attachment_metadata( $id, wp_generate_attachment_metadata( $id, $upload['file'] ) );
	update_post_meta( $id, '_wp_attachment_image_alt', $words );
	// Relative to a page, which stands one folder below the theme's.
	return array( $id, '..' . parse_url( $upload['url'], PHP_URL_PATH ) );
}

function post( $title, $content, $extra = array() ) {
	return wp_insert_post( array(
		'post_title'   => $title,
		'post_content' => $content,
		'post_status'  => 'publish',
		'post_author'  => 1,
	) + $extra );
}

list( $square_id, $square ) = picture( 'slide1.jpg', 'Площа міста' );
list( $park_id, $park )     = picture( 'slide2.jpg', 'Парк над річкою' );
list( $news_id, $news )     = picture( 'news1.jpg', 'Дитячий майданчик' );

$blocks = strtr( file_get_contents( __DIR__ . '/blocks.html' ), array(
	'{square}' => $square, '{square_id}' => $square_id,
	'{park}'   => $park,   '{park_id}'   => $park_id,
	'{news}'   => $news,   '{news_id}'   => $news_id,
) );

wp_delete_post( 1, true );
wp_delete_post( 2, true );
post( 'Про місто', '<!-- wp:paragraph --><p>Степове стоїть над річкою чотириста років.</p><!-- /wp:paragraph -->', array( 'post_type' => 'page', 'post_name' => 'about' ) );
post( 'Звернення', '<!-- wp:paragraph --><p>Канцелярія приймає листи щодня.</p><!-- /wp:paragraph -->', array( 'post_type' => 'page', 'post_name' => 'appeal' ) );
post( 'Складники', $blocks, array( 'post_type' => 'page', 'post_name' => 'blocks' ) );

$category = wp_create_category( 'Рішення ради' );
foreach ( array( 'Толока в парку', 'Ремонт водогону на Польовій', 'Сесія ради розглянула сорок два питання' ) as $number => $title ) {
	$id = post( $title, "<!-- wp:paragraph --><p>Мешканці громади зібралися, щоб обговорити важливе для міста. <a href='#'>Порядок денний</a> оприлюднено.</p><!-- /wp:paragraph -->\n<!-- wp:more --><!--more--><!-- /wp:more -->\n<!-- wp:paragraph --><p>Далі мова піде про подробиці.</p><!-- /wp:paragraph -->", array( 'post_date' => gmdate( 'Y-m-d H:i:s', time() - 3600 * ( 3 - $number ) ), 'post_name' => "news-$number", 'post_category' => array( $category ), 'tags_input' => array( 'місто', 'громада' ) ) );
	set_post_thumbnail( $id, array( $news_id, $square_id, $park_id )[ $number ] );
}
stick_post( $id );
$first = wp_insert_comment( array( 'comment_post_ID' => $id, 'comment_author' => 'Олена Коваль', 'comment_author_email' => 'olena@stepove.example', 'comment_content' => 'Дякую за новину! Коли буде наступна сесія?' ) );
wp_insert_comment( array( 'comment_post_ID' => $id, 'comment_author' => 'mayor', 'user_id' => 1, 'comment_parent' => $first, 'comment_content' => 'У четвер о десятій.' ) );

$menu = wp_create_nav_menu( 'Головне' );
$top  = wp_update_nav_menu_item( $menu, 0, array( 'menu-item-title' => 'Громадянам', 'menu-item-url' => '#', 'menu-item-status' => 'publish' ) );
foreach ( array( 'Субсидії', 'Довідки', 'Архів' ) as $title ) {
	wp_update_nav_menu_item( $menu, 0, array( 'menu-item-title' => $title, 'menu-item-url' => '#', 'menu-item-parent-id' => $top, 'menu-item-status' => 'publish' ) );
}
wp_update_nav_menu_item( $menu, 0, array( 'menu-item-title' => 'Контакти', 'menu-item-url' => '#', 'menu-item-status' => 'publish' ) );
set_theme_mod( 'nav_menu_locations', array( 'primary' => $menu, 'footer' => $menu ) );
