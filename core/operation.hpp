// An operation is one function, `Reply f(Context&, const Request&)`; the endpoint, its schema and its errors come from
// it.
#pragma once
#include "core/context.hpp"

namespace daftar {

/// A reply of 201 instead of 200.
template <class T> struct Created { T value; };
/// A bare JSON array, as the accountant's guide shows some lists; the next cursor travels in a Link header.
template <class T> struct Listed {
    std::vector<T> items;
    std::optional<std::string> next;
};
/// Part of a longer list.
template <class T> struct Page {
    std::vector<T> items;
    std::optional<std::string> next;  ///< cursor of the following part
    BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};
/// A file to download (or to show when `shown` and the type is a harmless one).
struct File {
    std::string content_type, filename, bytes;
    bool shown = false;
};
/// Cookies and other headers beside the reply.
template <class T> struct WithHeaders {
    T value;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// What the router needs to know of an operation.
struct Operation {
    void (*run)(Context&, const Json& input, Response&);
    Json (*request_schema)(SchemaBook&);  ///< null when it takes nothing
    Json (*reply_schema)(SchemaBook&);    ///< null when it answers nothing or a file
    int status;                           ///< of a reply: 200, 201, or 204 when it answers nothing
    const char* signature;                ///< the function as the compiler names it: the description's summary
};

namespace operation_detail {

template <class T> inline constexpr bool is_created = false;
template <class T> inline constexpr bool is_created<Created<T>> = true;
template <class T> inline constexpr bool is_listed = false;
template <class T> inline constexpr bool is_listed<Listed<T>> = true;
template <class T> inline constexpr bool is_with_headers = false;
template <class T> inline constexpr bool is_with_headers<WithHeaders<T>> = true;

void write_file(File&& file, Response& response);
void write_link(const Request& request, const std::string& cursor, Response& response);

template <class Reply> void write_reply(const Context& context, Reply&& reply, Response& response) {
    using Plain = std::remove_cvref_t<Reply>;
    if constexpr (std::is_same_v<Plain, File>) {
        write_file(std::move(reply), response);
    } else if constexpr (is_created<Plain>) {
        response.status = 201;
        write_reply(context, std::move(reply.value), response);
        response.status = 201;
    } else if constexpr (is_with_headers<Plain>) {
        write_reply(context, std::move(reply.value), response);
        for (auto& header : reply.headers) response.headers.push_back(std::move(header));
    } else if constexpr (is_listed<Plain>) {
        write_as_json(reply.items, response.body);
        if (reply.next) write_link(context.request(), *reply.next, response);
    } else {
        write_as_json(reply, response.body);
        if constexpr (requires { reply.version; })
            response.headers.emplace_back("ETag", "\"" + std::to_string(reply.version) + "\"");
    }
}

template <class T> struct ReplySchema {
    static Json of(SchemaBook& book) { return Wire<T>::schema(book); }
};
template <class T> struct ReplySchema<Created<T>> : ReplySchema<T> {};
template <class T> struct ReplySchema<WithHeaders<T>> : ReplySchema<T> {};
template <class T> struct ReplySchema<Listed<T>> : ReplySchema<std::vector<T>> {};

template <class Input> Input read_input(const Context& context, const Json& in) {
    Problems problems;
    Reading reading{problems, context.currency()};
    auto input = read_json<Input>(in, reading);
    if (!problems.empty()) throw BadInput(std::move(problems));
    return input;
}
/// Operations without input refuse parameters, so that a misspelt filter is never ignored.
void refuse_input(const Json& in);

template <class Reply, class Call> void call(Context& context, Response& response, Call&& function) {
    if constexpr (std::is_void_v<Reply>) {
        function();
        response.status = 204;
    } else {
        write_reply(context, function(), response);
    }
}
template <class Reply> constexpr int status_of() { return std::is_void_v<Reply> ? 204 : is_created<Reply> ? 201 : 200; }
template <auto function> constexpr const char* signature_of() { return __PRETTY_FUNCTION__; }
template <class Reply> constexpr auto reply_schema_of() -> Json (*)(SchemaBook&) {
    if constexpr (std::is_void_v<Reply> || std::is_same_v<Reply, File>)
        return nullptr;
    else
        return &ReplySchema<Reply>::of;
}

template <auto function> struct Bound;
template <class Reply, class Input, Reply (*function)(Context&, const Input&)> struct Bound<function> {
    static void run(Context& context, const Json& in, Response& response) {
        const auto input = read_input<Input>(context, in);
        call<Reply>(context, response, [&] { return function(context, input); });
    }
    static constexpr Operation operation{run, &Wire<Input>::schema, reply_schema_of<Reply>(), status_of<Reply>(),
                                         signature_of<function>()};
};
template <class Reply, Reply (*function)(Context&)> struct Bound<function> {
    static void run(Context& context, const Json& in, Response& response) {
        refuse_input(in);
        call<Reply>(context, response, [&] { return function(context); });
    }
    static constexpr Operation operation{run, nullptr, reply_schema_of<Reply>(), status_of<Reply>(),
                                         signature_of<function>()};
};

}  // namespace operation_detail

template <auto function> inline constexpr Operation operation = operation_detail::Bound<function>::operation;

/// Who may call a route besides the holders of a named permission.
namespace access {
inline constexpr std::string_view anyone = "@anyone";        ///< without signing in; runs as the system role
inline constexpr std::string_view signed_in = "@signed_in";  ///< every signed-in user, about himself
}  // namespace access

/// One line of a module's table: method, path with {parameters}, permission, function.
struct Route {
    std::string_view method, path, permission;
    Operation operation;
    bool raw_body = false;      ///< the body is a file: the operation reads it from `context.request().body`
    bool secret_reply = false;  ///< the reply holds a token or the like: never kept for an Idempotency-Key
    bool few_tries = false;     ///< someone could guess his way in: an address gets few tries a minute
};

}  // namespace daftar
